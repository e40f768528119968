package org.tidemark.vocab.uncertain;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;

/**
 * The normal distribution with mean 0 and standard deviation 1. The same formulas as the statistics
 * library's, whose class takes twice as long to load because it can draw at random as well.
 */
public final class StandardNormal {
  private static final double SQRT_2 = Math.sqrt(2);

  private StandardNormal() {}

  /** The value below which the given part of the probability lies. */
  public static double quantile(double probability) {
    // the median is 0, and not -0
    return probability == 0.5 ? 0 : -SQRT_2 * InverseErfc.value(2 * probability);
  }

  /** The probability of values at or below the given one. */
  public static double cumulative(double z) {
    return 0.5 * Erfc.value(-z / SQRT_2);
  }
}
