package org.tidemark.quantity;

import java.math.BigDecimal;
import java.math.MathContext;

/** Magnitudes in the unit in which somebody wrote them. */
final class Decimals {
  /** Every decimal of this many digits survives the way into a double and back. */
  private static final MathContext SAFE = new MathContext(15);

  private Decimals() {}

  /**
   * A magnitude in a unit. Where several doubles stand for the same magnitude, as the way into base
   * units and back may bring about, the one with fewer digits: 15 USD/GB stays 15.
   */
  static double shortest(double magnitude, UnitExpression unit) {
    double plain = unit.fromBase(magnitude);
    if (plain == magnitude || plain == Math.rint(plain) || !Double.isFinite(plain)) {
      return plain;
    }
    double rounded = new BigDecimal(plain).round(SAFE).doubleValue();
    return unit.toBase(rounded) == magnitude ? rounded : plain;
  }
}
