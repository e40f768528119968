package org.tidemark.vocab.uncertain;

import java.util.OptionalDouble;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.value.Distribution;

/**
 * Equal odds everywhere between two ends.
 *
 * @param low the lower end
 * @param high the upper end, above the lower one
 */
record Uniform(double low, double high) implements Distribution {
  @Override
  public double median() {
    return low / 2 + high / 2;
  }

  @Override
  public double quantile(double probability) {
    return low * (1 - probability) + high * probability;
  }

  @Override
  public double cumulative(double magnitude) {
    return Math.max(0, Math.min(1, (magnitude - low) / (high - low)));
  }

  @Override
  public OptionalDouble expectation(double from, double to) {
    double first = Math.max(low, from);
    double last = Math.min(high, to);
    return Made.within(first, first / 2 + last / 2, last);
  }

  @Override
  public String text(UnitExpression unit) {
    return Written.of("uniform", Written.quantity(low), Written.quantity(high)).text(unit);
  }
}
