package org.tidemark.spi.value;

import java.util.OptionalDouble;
import org.tidemark.quantity.UnitExpression;

/**
 * The distribution of an uncertain input. Magnitudes are in base units.
 *
 * <p>Immutable and safe for use by several threads.
 */
public interface Distribution {
  /** The value below which half of the probability lies. */
  double median();

  /**
   * The value below which the given part of the probability lies.
   *
   * @param probability from 0 to 1
   */
  double quantile(double probability);

  /** The probability of values at or below a magnitude. */
  double cumulative(double magnitude);

  /**
   * The mean of the values that lie between two bounds, which themselves count as inside.
   *
   * @param low may be infinite
   * @param high may be infinite
   * @return empty where there is none, as between infinite bounds of one with heavy tails, or where
   *     nobody knows it
   */
  default OptionalDouble expectation(double low, double high) {
    return OptionalDouble.empty();
  }

  /** The mean; empty where there is none, or where nobody knows it. */
  default OptionalDouble expectation() {
    return expectation(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /**
   * Where in the distribution the value lies that stands for it, as a probability of lower ones;
   * empty where that is the median.
   */
  default OptionalDouble drawnAt() {
    return OptionalDouble.empty();
  }

  /**
   * How it was declared, {@code "10 to 100 USD"}.
   *
   * @param unit the unit in which to write magnitudes
   */
  String text(UnitExpression unit);
}
