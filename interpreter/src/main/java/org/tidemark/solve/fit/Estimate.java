package org.tidemark.solve.fit;

/**
 * A number learned from data.
 *
 * @param value the estimate
 * @param standardError its standard error; infinite where the data do not tell it
 */
public record Estimate(double value, double standardError) {
  static Estimate of(Regression regression, int parameter) {
    return new Estimate(regression.estimate(parameter), regression.standardError(parameter));
  }
}
