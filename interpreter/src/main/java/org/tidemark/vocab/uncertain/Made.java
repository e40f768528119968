package org.tidemark.vocab.uncertain;

import java.util.Optional;
import java.util.OptionalDouble;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.Distribution;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/** Uncertain values out of distributions. */
final class Made {
  private Made() {}

  static Value value(Distribution distribution, UnitExpression unit) {
    return new QuantityValue(new Quantity(distribution.median(), unit), Optional.of(distribution));
  }

  /** A mean, which rounding leaves between its bounds; empty where it is not finite. */
  static OptionalDouble within(double low, double mean, double high) {
    return Double.isFinite(mean)
        ? OptionalDouble.of(Math.max(low, Math.min(high, mean)))
        : OptionalDouble.empty();
  }

  static Problem problem(String message, String help, String argument) {
    return Problem.of("E0510", message).withHelp(help).about(argument);
  }
}
