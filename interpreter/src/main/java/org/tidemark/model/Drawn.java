package org.tidemark.model;

import java.util.OptionalDouble;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.value.Distribution;

/**
 * A distribution in a variation in which one of its values stands for it.
 *
 * @param whole the distribution
 * @param chance the probability of a lower value
 */
record Drawn(Distribution whole, double chance) implements Distribution {
  @Override
  public double median() {
    return whole.median();
  }

  @Override
  public double quantile(double probability) {
    return whole.quantile(probability);
  }

  @Override
  public double cumulative(double magnitude) {
    return whole.cumulative(magnitude);
  }

  @Override
  public OptionalDouble expectation(double low, double high) {
    return whole.expectation(low, high);
  }

  @Override
  public OptionalDouble drawnAt() {
    return OptionalDouble.of(chance);
  }

  @Override
  public String text(UnitExpression unit) {
    return whole.text(unit);
  }
}
