package org.tidemark.vocab.industry;

import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;

/** The type of a demand: a price as a function of the quantity sold per unit of time. */
final class DemandType {
  static final String NAME = "demand";
  static final String PRICE = "price";
  static final String OUTPUT = "output";

  private DemandType() {}

  /** A demand with a choke price. */
  static ObjectType linear(Type price, Type output, Type slope) {
    return start(price, output).member("choke", price).member("slope", slope).build();
  }

  /** A demand with one elasticity. */
  static ObjectType isoelastic(Type price, Type output) {
    return start(price, output).member("elasticity", QuantityType.PURE).build();
  }

  private static ObjectType.Builder start(Type price, Type output) {
    return ObjectType.named(NAME)
        .attribute(PRICE, price)
        .attribute(OUTPUT, output)
        .callable(output, price)
        .member("quantity", () -> CallableValue.type(price, output))
        .plotted();
  }
}
