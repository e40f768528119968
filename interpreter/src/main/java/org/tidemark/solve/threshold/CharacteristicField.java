package org.tidemark.solve.threshold;

/**
 * The Bellman equation in distance and time, r V = H(V_x, t) + g(t) V_x + V_t with V(0, t) = S,
 * solved by characteristics.
 *
 * <p>Differentiating it in x shows that along dx/dt = H_p + g the marginal value obeys dp/dt = r p.
 * So p = p0 exp(-r (tau - t)) on the characteristic that reaches the crossing at its label tau,
 * where p0 follows from V_t = 0, and
 *
 * <pre>
 *   x = integral over (t, tau) of m (linear - 2 quadratic p)/curvature, less Qbar(tau) - Qbar(t),
 *   V = S exp(-r (tau - t)) + integral of exp(-r (s - t)) m (a^2 - quadratic p^2)/curvature,
 * </pre>
 *
 * <p>closed forms where demand stands still. One scalar equation in tau has to be solved for a
 * place; its left side must rise with tau, which is checked, else characteristics meet and there is
 * no smooth solution.
 */
final class CharacteristicField {
  private static final int STEPS = 400;
  private static final int SAMPLES = 16;
  private static final int SHORTER = 20;
  private static final double STRETCH = 1.25;

  /**
   * Labels as close as this, relative to them, may have distances in the wrong order by rounding.
   */
  private static final double TOLD_APART = 1e-12;

  /** Of the speed, by which it may change within one difference step. */
  private static final double STEADY = 0.005;

  private final MovingThreshold moving;
  private final Conduct conduct;
  private final Hamiltonian flow;
  private final double horizon;

  CharacteristicField(MovingThreshold moving, Conduct conduct, double horizon) {
    this.moving = moving;
    this.conduct = conduct;
    this.flow = Hamiltonian.of(moving.game(), conduct);
    this.horizon = horizon;
  }

  /** Everything at a place, given the label of the characteristic through it. */
  MovingOutcome outcome(double remaining, double time, double label) {
    int firms = moving.game().firms();
    double slope = slope(time, label);
    double output = flow.output(slope, moving.demand().at(time));
    double price = flow.choke() - output / moving.demand().at(time) * moving.game().slope();
    double value = value(remaining, time, label);
    return new MovingOutcome(
        remaining,
        time,
        conduct == Conduct.COMPETITIVE ? value : value / firms,
        slope,
        output,
        output / firms,
        price,
        label);
  }

  double output(double time, double label) {
    return flow.output(slope(time, label), moving.demand().at(time));
  }

  /** The distance, at a time, on the characteristic with a label; NaN where there is none. */
  double distance(double label, double time) {
    double drift = moving.threshold().rate(label);
    double factor = moving.demand().at(label);
    double root = flow.speedRoot(drift, factor);
    if (Double.isNaN(root)) {
      return Double.NaN;
    }
    double p = flow.boundarySlope(drift, factor);
    DemandGrowth.Integrals over = moving.demand().integrals(time, label, flow.rate());
    double speed = root + flow.curvature() / factor * drift;
    return (speed * over.plain() + 2 * flow.quadratic() * p * over.lag()) / flow.curvature()
        - moving.threshold().rise(time, label);
  }

  private double slope(double time, double label) {
    return Double.isInfinite(label)
        ? 0
        : flow.boundarySlope(moving.threshold().rate(label), moving.demand().at(label))
            * StrictMath.exp(-flow.rate() * (label - time));
  }

  /** Of what is maximised, or of all firms' profits under a planner. */
  private double value(double remaining, double time, double label) {
    if (conduct == Conduct.PLANNER) {
      // the planner's price, discounted, is the same at all times
      return Double.isInfinite(label)
          ? 0
          : slope(time, label) * (remaining + moving.threshold().rise(time, label))
              + flow.terminal() * StrictMath.exp(-flow.rate() * (label - time));
    }
    return objective(time, label);
  }

  /** V: of one competing firm, else of whatever the one will maximises. */
  double objective(double time, double label) {
    double a = flow.choke();
    if (Double.isInfinite(label)) {
      double end = time + 50 / flow.rate();
      return a * a * moving.demand().integrals(time, end, flow.rate()).forward() / flow.curvature();
    }
    DemandGrowth.Integrals over = moving.demand().integrals(time, label, flow.rate());
    double decay = StrictMath.exp(-flow.rate() * (label - time));
    double p = flow.boundarySlope(moving.threshold().rate(label), moving.demand().at(label));
    return flow.terminal() * decay
        + (a * a * over.forward() - flow.quadratic() * p * p * decay * over.backward())
            / flow.curvature();
  }

  // ---- from a place to its label

  /**
   * The label of the characteristic through a place; infinite where the threshold keeps out of
   * reach for good. Distances slightly below zero continue the solution beyond the crossing.
   *
   * @param near a label nearby, or NaN
   */
  double label(double remaining, double time, double near) {
    if (remaining == 0 && !Double.isNaN(distance(time, time))) {
      return time;
    }
    Bracket bracket = null;
    if (!Double.isNaN(near)) {
      bracket = nearby(remaining, time, near);
    }
    if (bracket == null) {
      bracket = remaining < 0 ? behind(remaining, time) : ahead(remaining, time);
    }
    return bracket == null
        ? Double.POSITIVE_INFINITY
        : Root.find(label -> distance(label, time) - remaining, bracket.low, bracket.high);
  }

  /** Two labels, with that of the place between. */
  private record Bracket(double low, double high) {}

  private Bracket nearby(double remaining, double time, double near) {
    double width = 1e-3 * Math.max(near - time, Math.abs(near) * 1e-6);
    double low = near;
    double atLow = distance(near, time);
    double high = near;
    double atHigh = atLow;
    for (int i = 0; i < 8 && width > 0; i++, width *= 8) {
      if (Double.isNaN(atLow) || Double.isNaN(atHigh)) {
        return null;
      }
      if (atLow <= remaining && atHigh >= remaining) {
        return new Bracket(low, high);
      }
      if (atHigh < remaining) {
        low = high;
        atLow = atHigh;
        high = low + width;
        atHigh = distance(high, time);
      } else {
        high = low;
        atHigh = atLow;
        low = Math.max(high - width, Math.min(high, time));
        atLow = distance(low, time);
        if (low == time && remaining < 0) {
          return null;
        }
      }
    }
    return null;
  }

  private Bracket behind(double remaining, double time) {
    double high = time;
    double atHigh = 0;
    double step = -remaining / stepSpeed(time);
    for (int i = 0; i < STEPS; i++) {
      double low = Math.max(0, high - step);
      double atLow = distance(low, time);
      if (!(atLow < atHigh)) {
        break;
      }
      if (atLow <= remaining) {
        return new Bracket(low, high);
      }
      high = low;
      atHigh = atLow;
      step *= STRETCH;
    }
    throw noSmooth(time, "what lies beyond the crossing cannot be continued");
  }

  /** The speed of a characteristic far from the crossing, by which steps are scaled. */
  private double stepSpeed(double time) {
    return flow.linear() * moving.demand().at(time) / flow.curvature();
  }

  private Bracket ahead(double remaining, double time) {
    double step = Math.max(remaining / stepSpeed(time), Math.ulp(time)) / 4;
    double low = time;
    double atLow = distance(low, time);
    boolean gap = Double.isNaN(atLow);
    while (low < time + horizon && !isHopeless(remaining, time, low)) {
      double high = low + step;
      double atHigh = distance(high, time);
      if (Double.isNaN(atLow) && !Double.isNaN(atHigh)) {
        double edge = edge(low, high, time);
        atLow = distance(edge, time);
        low = edge;
        if (atLow > remaining) {
          throw noSmooth(
              high, "the threshold recedes faster than anybody would follow, and then comes back");
        }
      }
      if (!Double.isNaN(atLow)
          && !Double.isNaN(atHigh)
          && !(atHigh > atLow)
          && step > TOLD_APART * high) {
        throw noSmooth(
            high,
            "firms at different distances would come to expect the crossing at the same moment, so"
                + " that values are not smooth");
      }
      if (atHigh >= remaining) {
        Bracket found = new Bracket(low, high);
        if (gap) {
          requireClear(found.high, time);
        }
        return found;
      }
      gap |= Double.isNaN(atHigh);
      low = high;
      atLow = atHigh;
      step = Math.min(step * STRETCH, Math.max(step, 0.25 / flow.rate()));
    }
    requireOutOfReach(remaining, time, low, Double.isNaN(atLow));
    return null;
  }

  /** The first label, between one without a characteristic and one with, that has one. */
  private double edge(double without, double with, double time) {
    double low = without;
    double high = with;
    for (int i = 0; i < 60 && high - low > Math.ulp(high); i++) {
      double middle = low + (high - low) / 2;
      if (Double.isNaN(distance(middle, time))) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** A characteristic must not have crossed before it is said to. */
  private void requireClear(double label, double time) {
    for (int i = 1; i < SAMPLES; i++) {
      double then = time + (label - time) * i / SAMPLES;
      if (!(distance(label, then) > 0)) {
        throw noSmooth(then, "the threshold comes within reach and recedes out of it again");
      }
    }
  }

  /**
   * Whether, had nothing been made until then, all of the horizon would be too short to catch up.
   */
  private boolean isHopeless(double remaining, double time, double then) {
    double pace = flow.output(0, moving.demand().at(then));
    return remaining + moving.threshold().rise(time, then) > pace * (horizon + then - time);
  }

  /** Checks that even producing as if there were no crossing never gets there. */
  private void requireOutOfReach(double remaining, double time, double until, boolean unfollowed) {
    double most = flow.output(0, 1);
    if (flow.shortfall(moving.demand().at(time)) < 0) {
      throw noSmooth(
          time,
          "the crossing is worth more than waiting for ever, and no pace of output reaches it");
    }
    int samples = 64;
    for (int i = 1; i <= samples; i++) {
      double then = time + (until - time) * i / samples * i / samples;
      double made = most * moving.demand().integrals(time, then, flow.rate()).plain();
      if (!(remaining + moving.threshold().rise(time, then) > made)) {
        throw noSmooth(
            then,
            unfollowed
                ? "those who decide would rather keep just short of a threshold that recedes than"
                    + " reach it, so that there is no crossing to reckon from"
                : "the threshold recedes about as fast as firms produce, so that whether it is ever"
                    + " reached turns on what each expects of the others");
      }
    }
  }

  private static InadmissibleThreshold noSmooth(double time, String reason) {
    return new InadmissibleThreshold(
        "time",
        time,
        Double.NaN,
        reason,
        "ask for the quasi-static treatment, or for a threshold that moves more slowly");
  }

  // ---- substitution

  /**
   * r V less H(V_x) + g V_x + V_t, with derivatives by central differences of fourth order,
   * relative to the largest term.
   */
  double residual(double remaining, double time) {
    double far = label(remaining, time, Double.NaN);
    if (Double.isInfinite(far)) {
      return 0;
    }
    double dt = steady(time, far, 2e-3 * Math.min(1 / flow.rate(), far - time));
    double dx = 2e-3 * remaining;
    double t = Math.max(time, 2 * dt);
    double byTime = derivative(h -> objectiveAt(remaining, t + h, far), dt);
    double byDistance = derivative(h -> objectiveAt(remaining + h, t, far), dx);
    double value = objectiveAt(remaining, t, far);
    double drift = moving.threshold().rate(t) * byDistance;
    double earned = moving.demand().at(t) * flow.at(byDistance);
    double size =
        Math.max(
            Math.max(Math.abs(flow.rate() * value), Math.abs(earned)),
            Math.max(Math.abs(drift), Math.abs(byTime)));
    return Math.abs(flow.rate() * value - (earned + drift + byTime)) / size;
  }

  /** A step as short as the threshold's own time scale asks for. */
  private double steady(double time, double far, double most) {
    double step = most;
    for (int i = 0; i < SHORTER && !(isSteady(time, step) && isSteady(far, step)); i++) {
      step /= 2;
    }
    return step;
  }

  private boolean isSteady(double time, double step) {
    double now = moving.threshold().rate(time);
    double change = Math.abs(moving.threshold().rate(time + step) - now);
    return change <= STEADY * (Math.abs(now) + stepSpeed(time));
  }

  private double objectiveAt(double remaining, double time, double near) {
    return objective(time, label(remaining, time, near));
  }

  private static double derivative(java.util.function.DoubleUnaryOperator f, double h) {
    return (8 * (f.applyAsDouble(h) - f.applyAsDouble(-h))
            - (f.applyAsDouble(2 * h) - f.applyAsDouble(-2 * h)))
        / (12 * h);
  }
}
