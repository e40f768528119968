package org.tidemark.solve.chance;

/**
 * A number estimated from a sample, with how far chance may have moved it.
 *
 * @param value the estimate
 * @param error its standard error
 * @param low the lower end of its 95 % confidence interval
 * @param high the upper end
 */
public record Estimate(double value, double error, double low, double high) {
  /** The confidence of the interval. */
  public static final double CONFIDENCE = 0.95;

  /** The 97.5 % quantile of the standard normal distribution. */
  static final double Z = 1.959963984540054;

  /** An estimate whose error is normally distributed. */
  static Estimate normal(double value, double error) {
    return new Estimate(value, error, value - Z * error, value + Z * error);
  }
}
