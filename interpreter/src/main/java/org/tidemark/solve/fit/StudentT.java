package org.tidemark.solve.fit;

import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Quantiles and tail probabilities of the distributions that normal errors lead to. */
final class StudentT {
  private StudentT() {}

  /** The half-width in standard errors that holds a share of the distribution in the middle. */
  static double halfWidth(double level, double degreesOfFreedom) {
    if (!(level > 0 && level < 1)) {
      throw new InadmissibleFit(
          "level", level, 1, "a level is a share between 0 and 1", "ask for 0.9 or 0.95");
    }
    return -TDistribution.of(degreesOfFreedom).inverseCumulativeProbability((1 - level) / 2);
  }

  /** How often a t value at least as far from zero comes up by chance. */
  static double twoSided(double t, double degreesOfFreedom) {
    return Math.min(1, 2 * TDistribution.of(degreesOfFreedom).cumulativeProbability(-Math.abs(t)));
  }

  /** How often an F value at least as large comes up by chance. */
  static double above(double f, double numerator, double denominator) {
    return f == Double.POSITIVE_INFINITY
        ? 0
        : FDistribution.of(numerator, denominator).survivalProbability(f);
  }
}
