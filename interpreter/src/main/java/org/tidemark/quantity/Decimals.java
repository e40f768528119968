package org.tidemark.quantity;

import java.math.BigDecimal;
import java.math.MathContext;

/** Magnitudes in the unit in which somebody wrote them. */
final class Decimals {
  /** Every decimal of this many digits survives the way into a double and back. */
  private static final MathContext SAFE = new MathContext(15);

  /** Powers of ten that are doubles. */
  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22
  };

  /** 1, 0.1, 0.01 and so on, each the nearest double. */
  private static final double[] SMALL = {1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7};

  private static final int MOST_BELOW = -7;
  private static final double FROM = 1e-7;
  private static final double TO = 1e14;

  private static final double HALF = 0.5;

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
    double rounded = rounded(plain);
    return unit.toBase(rounded) == magnitude ? rounded : plain;
  }

  /** The decimal of 15 digits that is nearest. */
  static double rounded(double plain) {
    double size = Math.abs(plain);
    if (size >= FROM && size < TO) {
      // With an exact power of ten, the nearest integer is right unless the product was rounded on
      // to a half, where what the rounding left out decides; one division of exact numbers then
      // gives the double that is nearest to the decimal.
      int digits = SAFE.getPrecision() - 1;
      double power = POWERS[digits - exponent(size)];
      double scaled = plain * power;
      double whole = Math.rint(scaled);
      double rest = scaled - whole;
      if (Math.abs(rest) != HALF) {
        return whole / power;
      }
      double leftOut = Math.fma(plain, power, -scaled);
      if (leftOut != 0) {
        boolean further = leftOut > 0 == rest > 0;
        return (further ? whole + Math.signum(rest) : whole) / power;
      }
    }
    return new BigDecimal(plain).round(SAFE).doubleValue();
  }

  /** The place of the first digit, 0 for 1 to below 10; within the range of {@link #rounded}. */
  private static int exponent(double size) {
    if (size >= 1) {
      int exponent = 0;
      while (size >= POWERS[exponent + 1]) {
        exponent++;
      }
      return exponent;
    }
    int exponent = -1;
    while (exponent > MOST_BELOW && size < SMALL[-exponent]) {
      exponent--;
    }
    return exponent;
  }
}
