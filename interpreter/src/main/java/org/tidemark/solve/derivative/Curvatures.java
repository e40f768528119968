package org.tidemark.solve.derivative;

import org.tidemark.solve.Exponentials;

/** Differences that vanish to second or third order in a log gap, without cancellation. */
record Curvatures(
    double gap, double decay, double closed, double lag, double drag, double sinhExcess) {

  /**
   * Of a log gap d &gt;= 0: exp(-d), 1 - exp(-d), d - 1 + exp(-d), 1 - (1 + d) exp(-d) and 1 -
   * exp(-2d) - 2 d exp(-d).
   */
  static Curvatures of(double d) {
    double decay = StrictMath.exp(-d);
    double closed = -StrictMath.expm1(-d);
    double lag = Exponentials.lag(d);
    return new Curvatures(
        d,
        decay,
        closed,
        lag,
        d < 1 ? d * d - lag * (1 + d) : closed - d * decay,
        Exponentials.dampedSinhExcess(d));
  }

  /** x - ln(1 + x), for x &gt; -1. */
  static double logarithmExcess(double x) {
    if (Math.abs(x) > 0.125) {
      return x - StrictMath.log1p(x);
    }
    double sum = 0;
    for (int k = 20; k >= 2; k--) {
      sum = 1.0 / k - x * sum;
    }
    return x * x * sum;
  }
}
