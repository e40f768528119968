package org.tidemark.polyglot.interop;

import org.tidemark.solve.chance.StandardNormal;
import org.tidemark.spi.value.Distribution;

/** Means of distributions, of which only the quantiles are known. */
final class Means {
  private static final double END = 7.5;
  private static final int STEPS = 6000;

  private Means() {}

  /**
   * The mean: the quantiles at normal deviates, weighted by their density. The trapezoidal rule is
   * exact to rounding for smooth distributions, and to four digits for those with steps.
   */
  static double of(Distribution distribution) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i <= STEPS; i++) {
      double z = -END + 2 * END * i / STEPS;
      double weight = StandardNormal.density(z);
      sum += weight * distribution.quantile(StandardNormal.cumulative(z));
      weights += weight;
    }
    return sum / weights;
  }
}
