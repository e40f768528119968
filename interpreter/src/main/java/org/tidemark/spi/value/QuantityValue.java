package org.tidemark.spi.value;

import java.util.Optional;
import org.tidemark.quantity.Quantity;

/**
 * A quantity; where it is an uncertain input, with its distribution, and then it stands for the
 * median.
 *
 * @param quantity the number, its dimension and the unit to show it in
 * @param distribution of an uncertain input; arithmetic drops it
 */
public record QuantityValue(Quantity quantity, Optional<Distribution> distribution)
    implements Value {
  /** A certain quantity. */
  public QuantityValue(Quantity quantity) {
    this(quantity, Optional.empty());
  }

  /** A pure number. */
  public static QuantityValue pure(double number) {
    return new QuantityValue(Quantity.pure(number));
  }

  @Override
  public String describe() {
    return quantity.dimension().isNone() ? "a pure number" : quantity.dimension().describe();
  }
}
