package org.tidemark.vocab.industry;

import java.util.Map;
import org.tidemark.quantity.BaseDimension;
import org.tidemark.quantity.Dimension;
import org.tidemark.quantity.Rational;
import org.tidemark.spi.type.Types;

/** Tells flows, which are per time, from stocks, which are not. */
final class Flows {
  private static final BaseDimension TIME = base(Types.TIME);
  private static final BaseDimension MASS = base(Types.dimension("kg"));

  private Flows() {}

  private static BaseDimension base(Dimension dimension) {
    return dimension.exponents().keySet().iterator().next();
  }

  /** Whether something of this dimension is per time, as an output is. */
  static boolean isFlow(Dimension dimension) {
    return ownTime(dimension).equals(Rational.ONE.negate());
  }

  /** Whether something of this dimension is not per time, as a worth is not. */
  static boolean isStock(Dimension dimension) {
    return ownTime(dimension).isZero();
  }

  /** The power of time, less the two in every energy, which is a stock: kg m^2/s^2. */
  private static Rational ownTime(Dimension dimension) {
    Rational energies = exponent(dimension, MASS);
    return exponent(dimension, TIME).plus(energies.times(Rational.of(2)));
  }

  private static Rational exponent(Dimension dimension, BaseDimension base) {
    for (Map.Entry<BaseDimension, Rational> part : dimension.exponents().entrySet()) {
      if (part.getKey().equals(base)) {
        return part.getValue();
      }
    }
    return Rational.ZERO;
  }
}
