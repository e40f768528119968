package org.tidemark.vocab.industry;

import java.util.Map;
import org.tidemark.quantity.BaseDimension;
import org.tidemark.quantity.Dimension;
import org.tidemark.quantity.Rational;
import org.tidemark.spi.type.Types;

/** Tells flows, which are per time, from stocks, which are not. */
final class Flows {
  private static final BaseDimension TIME = Types.TIME.exponents().keySet().iterator().next();

  private Flows() {}

  /** Whether something of this dimension is per time, as an output is. */
  static boolean isFlow(Dimension dimension) {
    return exponent(dimension).equals(Rational.ONE.negate());
  }

  /** Whether something of this dimension has no time in it, as a worth has none. */
  static boolean isStock(Dimension dimension) {
    return exponent(dimension).isZero();
  }

  private static Rational exponent(Dimension dimension) {
    for (Map.Entry<BaseDimension, Rational> part : dimension.exponents().entrySet()) {
      if (part.getKey().equals(TIME)) {
        return part.getValue();
      }
    }
    return Rational.ZERO;
  }
}
