package org.tidemark.vocab.uncertain;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
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
  private final DoubleUnaryOperator upTo;
  private final Written written;

  /**
   * One that is moved and stretched.
   *
   * @param upTo the integral of what it is moved and stretched from, times its density, up to a
   *     value; a constant more or less does not matter
   */
  private Scaled(
      ContinuousDistribution base,
      double location,
      double scale,
      double median,
      DoubleUnaryOperator upTo,
      Written written) {
    this.base = base;
    this.location = location;
    this.scale = scale;
    this.median = median;
    this.upTo = upTo;
    this.written = written;
  }

  private static Scaled of(
      ContinuousDistribution base,
      double location,
      double scale,
      DoubleUnaryOperator upTo,
      Written written) {
    double median = location + scale * base.inverseCumulativeProbability(0.5);
    return new Scaled(base, location, scale, median, upTo, written);
  }

  static Scaled beta(double a, double b) {
    Written written = Written.of("beta", Written.pure(a), Written.pure(b));
    BetaDistribution beta = BetaDistribution.of(a, b);
    return a == b
        ? new Scaled(beta, 0, 1, 0.5, betaUpTo(beta), written)
        : of(beta, 0, 1, betaUpTo(beta), written);
  }

  private static DoubleUnaryOperator betaUpTo(BetaDistribution beta) {
    BetaDistribution next = BetaDistribution.of(beta.getAlpha() + 1, beta.getBeta());
    return x -> beta.getMean() * next.cumulativeProbability(x);
  }

  static Scaled gamma(double shape, double scale) {
    Written written = Written.of("gamma", Written.pure(shape), Written.quantity(scale));
    GammaDistribution next = GammaDistribution.of(shape + 1, 1);
    return of(
        GammaDistribution.of(shape, 1),
        0,
        scale,
        x -> shape * next.cumulativeProbability(x),
        written);
  }

  static Scaled studentT(double df, double location, double scale) {
    Written written =
        Written.of(
            "student_t", Written.pure(df), Written.quantity(location), Written.quantity(scale));
    TDistribution t = TDistribution.of(df);
    return new Scaled(t, location, scale, location, x -> studentUpTo(t, x), written);
  }

  /** Infinite where the tail is too heavy. */
  private static double studentUpTo(TDistribution t, double x) {
    double df = t.getDegreesOfFreedom();
    if (Double.isInfinite(x)) {
      return df > 1 ? 0 : Double.POSITIVE_INFINITY;
    }
    return df == 1
        ? StrictMath.log1p(x * x) / (2 * Math.PI)
        : (df + x * x) / (1 - df) * t.density(x);
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
        x -> triangularUpTo(peak, x),
        written);
  }

  private static double triangularUpTo(double peak, double x) {
    if (x <= peak) {
      return x == 0 ? 0 : 2 * x * x * x / (3 * peak);
    }
    double falling = x * x - peak * peak - 2 * (x * x * x - peak * peak * peak) / 3;
    return 2 * peak * peak / 3 + falling / (1 - peak);
  }

  static Scaled pert(double low, double mode, double high) {
    double peak = (mode - low) / (high - low);
    BetaDistribution beta =
        BetaDistribution.of(1 + PERT_WEIGHT * peak, 1 + PERT_WEIGHT * (1 - peak));
    return of(beta, low, high - low, betaUpTo(beta), threePoints("pert", low, mode, high));
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
  public OptionalDouble expectation(double low, double high) {
    double from = Math.max((low - location) / scale, base.getSupportLowerBound());
    double to = Math.min((high - location) / scale, base.getSupportUpperBound());
    boolean whole = from == base.getSupportLowerBound() && to == base.getSupportUpperBound();
    double mean =
        whole
            ? base.getMean()
            : Math.max(
                from,
                Math.min(
                    to,
                    (upTo.applyAsDouble(to) - upTo.applyAsDouble(from))
                        / base.probability(from, to)));
    return Made.within(low, location + scale * mean, high);
  }

  @Override
  public String text(UnitExpression unit) {
    return written.text(unit);
  }
}
