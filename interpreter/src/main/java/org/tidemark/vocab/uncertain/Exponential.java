package org.tidemark.vocab.uncertain;

import java.util.OptionalDouble;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.value.Distribution;

/**
 * The waiting time for something that may happen at any moment.
 *
 * @param mean above 0
 */
record Exponential(double mean) implements Distribution {
  @Override
  public double median() {
    return mean * StrictMath.log(2);
  }

  @Override
  public double quantile(double probability) {
    return -mean * StrictMath.log1p(-probability);
  }

  @Override
  public double cumulative(double magnitude) {
    return magnitude <= 0 ? 0 : -StrictMath.expm1(-magnitude / mean);
  }

  @Override
  public OptionalDouble expectation(double low, double high) {
    double from = Math.max(0, low);
    double width = high - from;
    double cutOff = width == Double.POSITIVE_INFINITY ? 0 : width / StrictMath.expm1(width / mean);
    return Made.within(from, from + mean - cutOff, high);
  }

  @Override
  public String text(UnitExpression unit) {
    return Written.of("exponential", Written.quantity(mean)).text(unit);
  }
}
