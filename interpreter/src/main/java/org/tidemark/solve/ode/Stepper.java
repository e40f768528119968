package org.tidemark.solve.ode;

/** A one-step method under way: where it is, and how far it would go next. */
abstract class Stepper {
  final CountedRates rates;
  final ErrorScale scale;
  final int dimension;

  double time;
  double[] state;
  double[] rate;

  /** The step proposed for the next attempt. */
  double proposed;

  /** What may be accepted, after an attempt whose error was at most 1. */
  Segment candidate;

  /** The segment that ends here, unless something jumped. */
  Segment previous;

  /** Rates at the end of the candidate. */
  double[] rateAhead;

  /** The component that contributed most to the last error. */
  int culprit = -1;

  /** The last time at which rates were not finite. */
  double strayed = Double.NEGATIVE_INFINITY;

  /** The component whose rate was not, there. */
  int stray = -1;

  Stepper(CountedRates rates, ErrorScale scale) {
    this.rates = rates;
    this.scale = scale;
    dimension = rates.dimension();
    rateAhead = new double[dimension];
  }

  abstract String method();

  /**
   * The error of a step over what is allowed; infinite where it cannot be taken.
   *
   * @param step its size
   * @param until its end: the sum of its start and its size, but for rounding
   */
  abstract double attempt(double step, double until);

  /** Forgets what it knows from earlier steps: the rates may have jumped. */
  abstract void forget();

  /** The distance from a solution that a defect of the dense output stands for. */
  abstract void displacement(Segment segment, double[] defect);

  /** Starts at a place, with the rates there and a first step. */
  final void begin(double start, double[] from, double[] rateThere, double step) {
    time = start;
    state = from;
    rate = rateThere;
    proposed = step;
    previous = null;
    forget();
  }

  /** Moves to the end of the candidate. */
  void accept() {
    time = candidate.to();
    state = candidate.end();
    double[] spare = rate;
    rate = rateAhead;
    rateAhead = spare;
    previous = candidate;
    scale.seen(state);
  }

  /** Drops the candidate for a shorter step. */
  void forgo() {
    candidate = null;
  }

  final boolean evaluate(double at, double[] there, double[] into) {
    if (rates.at(at, there, into)) {
      return true;
    }
    strayed = at;
    stray = CountedRates.firstNotFinite(into);
    return false;
  }

  final void blame(double[] errors, double[] one, double[] other) {
    double worst = -1;
    for (int i = 0; i < dimension; i++) {
      double ratio = Math.abs(errors[i]) / scale.of(i, one[i], other[i]);
      if (!(ratio <= worst)) {
        worst = ratio;
        culprit = i;
      }
    }
  }
}
