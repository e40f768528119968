package org.tidemark.quantity;

/** Writes unit expressions as Tide. */
final class UnitText {
  private UnitText() {}

  /** The text of a product of units to powers, none of them zero. */
  static String of(Unit[] units, Rational[] exponents) {
    int above = 0;
    for (Rational exponent : exponents) {
      above += exponent.signum() > 0 ? 1 : 0;
    }
    String slope = above == 2 && units.length == 4 ? slope(units, exponents) : null;
    return slope != null ? slope : fraction(units, exponents, above);
  }

  /** {@code USD/GB/(EB/year)}, the slope of a demand; null where the shape is another. */
  private static String slope(Unit[] units, Rational[] exponents) {
    Unit value = null;
    Unit time = null;
    Unit first = null;
    Unit second = null;
    for (int i = 0; i < units.length; i++) {
      boolean isTime = units[i].dimension().equals(StandardUnits.TIME);
      if (!exponents[i].abs().isOne() || isTime && exponents[i].signum() < 0) {
        return null;
      }
      if (isTime) {
        time = units[i];
      } else if (exponents[i].signum() > 0) {
        value = units[i];
      } else if (first == null) {
        first = units[i];
      } else {
        second = units[i];
      }
    }
    if (value == null || time == null || first == null || second == null) {
      return null;
    }
    return new StringBuilder(value.symbol())
        .append('/')
        .append(first.symbol())
        .append("/(")
        .append(second.symbol())
        .append('/')
        .append(time.symbol())
        .append(')')
        .toString();
  }

  private static String fraction(Unit[] units, Rational[] exponents, int above) {
    int below = units.length - above;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < units.length; i++) {
      if (exponents[i].signum() > 0) {
        if (text.length() > 0) {
          text.append('*');
        }
        term(text, units[i], exponents[i]);
      }
    }
    if (above == 0 && below > 0) {
      text.append('1');
    }
    boolean chain = above <= 1 || below == 1;
    boolean firstBelow = true;
    for (int i = 0; i < units.length; i++) {
      if (exponents[i].signum() < 0) {
        text.append(chain ? "/" : firstBelow ? "/(" : "*");
        term(text, units[i], exponents[i].negate());
        firstBelow = false;
      }
    }
    if (!chain && !firstBelow) {
      text.append(')');
    }
    return text.toString();
  }

  private static void term(StringBuilder text, Unit unit, Rational exponent) {
    text.append(unit.symbol());
    if (exponent.isInteger()) {
      if (!exponent.isOne()) {
        text.append('^').append(exponent.numerator());
      }
    } else {
      text.append("^(").append(exponent.toString()).append(')');
    }
  }
}
