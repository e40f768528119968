package org.tidemark.vocab.uncertain;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.value.Distribution;

/** A distribution of the statistics library, moved and stretched. */
final class Scaled implements Distribution {
  /** Weight of the mode in a PERT distribution, the customary one. */
  private static final double PERT_WEIGHT = 4;

  private final ContinuousDistribution base;
  private final double location;
  private final double scale;
  private final double median;
  private final Written written;

  private Scaled(
      ContinuousDistribution base, double location, double scale, double median, Written written) {
    this.base = base;
    this.location = location;
    this.scale = scale;
    this.median = median;
    this.written = written;
  }

  private static Scaled of(
      ContinuousDistribution base, double location, double scale, Written written) {
    double median = location + scale * base.inverseCumulativeProbability(0.5);
    return new Scaled(base, location, scale, median, written);
  }

  static Scaled beta(double a, double b) {
    Written written = Written.of("beta", Written.pure(a), Written.pure(b));
    return a == b
        ? new Scaled(BetaDistribution.of(a, b), 0, 1, 0.5, written)
        : of(BetaDistribution.of(a, b), 0, 1, written);
  }

  static Scaled gamma(double shape, double scale) {
    Written written = Written.of("gamma", Written.pure(shape), Written.quantity(scale));
    return of(GammaDistribution.of(shape, 1), 0, scale, written);
  }

  static Scaled studentT(double df, double location, double scale) {
    Written written =
        Written.of(
            "student_t", Written.pure(df), Written.quantity(location), Written.quantity(scale));
    return new Scaled(TDistribution.of(df), location, scale, location, written);
  }

  static Scaled triangular(double low, double mode, double high) {
    double peak = (mode - low) / (high - low);
    double median = peak >= 0.5 ? StrictMath.sqrt(peak / 2) : 1 - StrictMath.sqrt((1 - peak) / 2);
    Written written = threePoints("triangular", low, mode, high);
    return new Scaled(
        TriangularDistribution.of(0, peak, 1),
        low,
        high - low,
        low + (high - low) * median,
        written);
  }

  static Scaled pert(double low, double mode, double high) {
    double peak = (mode - low) / (high - low);
    ContinuousDistribution beta =
        BetaDistribution.of(1 + PERT_WEIGHT * peak, 1 + PERT_WEIGHT * (1 - peak));
    return of(beta, low, high - low, threePoints("pert", low, mode, high));
  }

  private static Written threePoints(String name, double low, double mode, double high) {
    return Written.of(name, Written.quantity(low), Written.quantity(mode), Written.quantity(high));
  }

  @Override
  public double median() {
    return median;
  }

  @Override
  public double quantile(double probability) {
    return location + scale * base.inverseCumulativeProbability(probability);
  }

  @Override
  public double cumulative(double magnitude) {
    return base.cumulativeProbability((magnitude - location) / scale);
  }

  @Override
  public String text(UnitExpression unit) {
    return written.text(unit);
  }
}
