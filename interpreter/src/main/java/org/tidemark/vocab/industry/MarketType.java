package org.tidemark.vocab.industry;

import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/**
 * The dimensions of a market, from which those of all that is asked of it follow.
 *
 * @param price money per unit, P
 * @param output units per time
 * @param dated whether the market says when it starts
 */
record MarketType(QuantityType price, QuantityType output, boolean dated) {
  static final String NAME = "market";
  private static final String PRICE = "price";
  private static final String OUTPUT = "output";
  private static final String STOCK = "stock";
  private static final String VALUE = "value";
  private static final String START = "start";

  /** Cumulative output. */
  QuantityType stock() {
    return output.times(Types.DURATION);
  }

  /** Present values. */
  QuantityType value() {
    return price.times(stock());
  }

  /** Profits and surpluses, per time. */
  QuantityType flow() {
    return price.times(output);
  }

  /** The attributes by which a market, its solutions and their paths are told from others. */
  ObjectType.Builder attributesOf(String name) {
    return ObjectType.named(name)
        .attribute(PRICE, price)
        .attribute(OUTPUT, output)
        .attribute(STOCK, stock())
        .attribute(VALUE, value())
        .attribute(START, dated ? BasicType.DATE : BasicType.UNKNOWN);
  }

  /** The type of the market itself. */
  ObjectType object() {
    return attributesOf(NAME).member("name", BasicType.TEXT).build();
  }

  /** What the attributes of a market, a solution or a path say; null where they say nothing. */
  static MarketType from(Type type) {
    return type instanceof ObjectType object
            && object.attribute(PRICE) instanceof QuantityType price
            && object.attribute(OUTPUT) instanceof QuantityType output
        ? new MarketType(price, output, object.attribute(START) == BasicType.DATE)
        : null;
  }
}
