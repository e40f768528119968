package org.tidemark.solve.fit;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A forecast of a cost: its logarithm is Student's t around a centre. The cost itself has a median
 * and quantiles, but no mean: the tail of t is too heavy for one.
 *
 * @param logMedian the centre
 * @param scale by which t is multiplied
 * @param degreesOfFreedom of t
 */
public record LogForecast(double logMedian, double scale, double degreesOfFreedom) {
  /** The median cost. */
  public double median() {
    return StrictMath.exp(logMedian);
  }

  /** The cost that stays above the truth with a probability. */
  public double quantile(double probability) {
    if (scale == 0) {
      return median();
    }
    double t = TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(probability);
    return StrictMath.exp(logMedian + scale * t);
  }

  /** The interval that holds the truth with a probability, as much left out on each side. */
  public Interval interval(double level) {
    double half = StudentT.halfWidth(level, degreesOfFreedom) * scale;
    return new Interval(StrictMath.exp(logMedian - half), StrictMath.exp(logMedian + half));
  }
}
