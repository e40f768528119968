package org.tidemark.vocab.uncertain;

import java.util.OptionalDouble;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.chance.StandardNormal;
import org.tidemark.spi.value.Distribution;

/**
 * A lognormal distribution: its logarithm is normal.
 *
 * @param median above 0
 * @param sigma the standard deviation of the logarithm, above 0
 * @param asInterval whether it was declared by its 90 % interval
 */
record LogNormal(double median, double sigma, boolean asInterval) implements Distribution {
  /** The 95 % quantile of the standard normal distribution. */
  static final double Z95 = 1.6448536269514722;

  /** The lognormal whose 5 % and 95 % quantiles are given. */
  static LogNormal between(double low, double high) {
    double product = low * high;
    double median =
        product >= Double.MIN_NORMAL && product <= Double.MAX_VALUE
            ? StrictMath.sqrt(product)
            : StrictMath.sqrt(low) * StrictMath.sqrt(high);
    return new LogNormal(median, StrictMath.log(high / low) / (2 * Z95), true);
  }

  @Override
  public double quantile(double probability) {
    return median * StrictMath.exp(sigma * StandardNormal.quantile(probability));
  }

  @Override
  public double cumulative(double magnitude) {
    return magnitude <= 0
        ? 0
        : StandardNormal.cumulative(StrictMath.log(magnitude / median) / sigma);
  }

  @Override
  public OptionalDouble expectation(double low, double high) {
    double a = deviate(low);
    double b = deviate(high);
    double part = Normal.between(a - sigma, b - sigma) / Normal.between(a, b);
    return Made.within(Math.max(0, low), median * StrictMath.exp(sigma * sigma / 2) * part, high);
  }

  private double deviate(double magnitude) {
    return magnitude <= 0 ? Double.NEGATIVE_INFINITY : StrictMath.log(magnitude / median) / sigma;
  }

  @Override
  public String text(UnitExpression unit) {
    if (!asInterval) {
      return Written.of("lognormal", Written.quantity(median), Written.pure(StrictMath.exp(sigma)))
          .text(unit);
    }
    double low = median * StrictMath.exp(-sigma * Z95);
    double high = median * StrictMath.exp(sigma * Z95);
    return NumberText.sensible(unit.fromBase(low)) + " to " + new Quantity(high, unit).text();
  }
}
