package org.tidemark.solve.ode;

/**
 * A place at which the rates jump along the solution: the two times on either side of it.
 *
 * <p>Found by halving an interval towards the larger change of the rates, along the extrapolation
 * of the last step. It is one if the change is still there when the times are neighbours, and the
 * rates are steady on either side; a pole is not, nor is the rounding of rates.
 */
record Jump(double before, double after, double[] rateBefore) {
  /** Rates this many gaps away must be like those beside the jump. */
  private static final double STEADY_GAPS = 1024;

  private static final double STEADY = 0.1;

  /** Rates that differ by less, relative, differ as smooth ones do between neighbouring times. */
  private static final double SLIGHT = 1e-6;

  /** Factors that move a number by a few of its last bits. */
  private static final double[] LAST_BITS = {1 + 0x1p-51, 1 - 0x1p-51, 1 - 0x1p-50, 1 + 0x1p-50};

  static Jump find(Stepper stepper, double far) {
    return new Search(stepper, far).find();
  }

  /** Whether the rates after the jump lead back to those before it. */
  boolean returns(CountedRates rates, double[] state, double[] rate) {
    double[] ahead = new double[state.length];
    double[] there = new double[state.length];
    double step = STEADY_GAPS * (after - before);
    for (int i = 0; i < state.length; i++) {
      ahead[i] = state[i] + step * rate[i];
    }
    if (!rates.at(after + step, ahead, there)) {
      return false;
    }
    double stayed = 0;
    double left = 0;
    for (int i = 0; i < state.length; i++) {
      double jump = Math.abs(rate[i] - rateBefore[i]);
      if (jump > SLIGHT * (Math.abs(rate[i]) + Math.abs(rateBefore[i]))) {
        stayed = Math.max(stayed, Math.abs(there[i] - rate[i]) / jump);
        left = Math.max(left, Math.abs(there[i] - rateBefore[i]) / jump);
      }
    }
    return left < stayed;
  }

  private static final class Search {
    private final Stepper stepper;
    private final Segment path;
    private final double start;
    private final double end;
    private final double[] state;

    Search(Stepper stepper, double far) {
      this.stepper = stepper;
      path = stepper.previous;
      start = stepper.time;
      end = far;
      state = new double[stepper.dimension];
    }

    Jump find() {
      double before = start;
      double after = end;
      double[] low = rates(before);
      double[] high = rates(after);
      if (low == null || high == null) {
        return null;
      }
      double gap = Math.max(2 * Math.ulp(after), 0x1p-60 * path.step());
      while (after - before > gap) {
        double middle = before + (after - before) / 2;
        double[] between = rates(middle);
        if (between == null) {
          return null;
        }
        if (change(low, between) >= change(between, high)) {
          after = middle;
          high = between;
        } else {
          before = middle;
          low = between;
        }
      }
      double jump = change(low, high);
      boolean steady =
          jump >= 1
              && steady(Math.max(start, before - STEADY_GAPS * gap), low, jump)
              && steady(Math.min(end, after + STEADY_GAPS * gap), high, jump);
      return steady ? new Jump(before, after, low) : null;
    }

    /** Whether rates away from the jump are like those beside it, whatever the last bits say. */
    private boolean steady(double time, double[] beside, double jump) {
      double[] there = rates(time);
      if (there == null || change(there, beside) > STEADY * jump) {
        return false;
      }
      double[] shifted = new double[state.length];
      double[] rates = new double[state.length];
      for (int pattern = 0; pattern < LAST_BITS.length; pattern++) {
        path.values(time, shifted);
        for (int i = 0; i < shifted.length; i++) {
          shifted[i] *= LAST_BITS[(i + pattern) % LAST_BITS.length];
        }
        if (!stepper.rates.at(time, shifted, rates) || change(rates, there) > STEADY * jump) {
          return false;
        }
      }
      return true;
    }

    private double[] rates(double time) {
      path.values(time, state);
      double[] rates = new double[state.length];
      return stepper.rates.at(time, state, rates) ? rates : null;
    }

    /** What the difference would make of the state, over the interval, in allowed errors. */
    private double change(double[] one, double[] other) {
      double largest = 0;
      for (int i = 0; i < one.length; i++) {
        double scale = stepper.scale.of(i, stepper.state[i], stepper.state[i]);
        largest = Math.max(largest, Math.abs(other[i] - one[i]) * (end - start) / scale);
      }
      return largest;
    }
  }
}
