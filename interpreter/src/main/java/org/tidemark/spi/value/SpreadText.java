package org.tidemark.spi.value;

import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;

/** Where a value lies as one line: {@code 3.9 year (90 %: 2.1 … 7.4 year, 500 draws)}. */
public final class SpreadText {
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;
  private static final int FEWEST_DIGITS = 3;
  private static final int MOST_DIGITS = 6;

  private SpreadText() {}

  /** The median, the interval that holds 90 % of the probability, and what else is to be known. */
  public static String of(Spread spread) {
    Value low = spread.quantile(LOW);
    Value high = spread.quantile(HIGH);
    int digits = digits(low, high);
    StringBuilder text = new StringBuilder(text(spread.quantile(0.5), digits));
    text.append(" (90 %: ").append(interval(low, " … ", high, digits));
    if (!spread.remark().isEmpty()) {
      text.append(", ").append(spread.remark());
    }
    return text.append(')').toString();
  }

  /** The interval of an uncertain input that holds 90 % of it: {@code 3 to 8 EUR/hour}. */
  public static String interval(Quantity shown, Distribution distribution, String between) {
    Value low = new QuantityValue(new Quantity(distribution.quantile(LOW), shown.unit()));
    Value high = new QuantityValue(new Quantity(distribution.quantile(HIGH), shown.unit()));
    return interval(low, between, high, digits(low, high));
  }

  private static String interval(Value low, String between, Value high, int digits) {
    String to = text(high, digits);
    String from = text(low, digits);
    if (low instanceof QuantityValue one
        && high instanceof QuantityValue other
        && one.quantity().unit().equals(other.quantity().unit())) {
      UnitExpression unit = one.quantity().unit();
      String tail = " ".concat(unit.text());
      if (!unit.isNone() && from.endsWith(tail)) {
        from = from.substring(0, from.length() - tail.length());
      }
    }
    return from.concat(between).concat(to);
  }

  private static String text(Value value, int digits) {
    return value instanceof QuantityValue quantity
        ? quantity.quantity().text(digits)
        : ValueText.of(value);
  }

  /** So many that the ends of the interval differ in two of them. */
  private static int digits(Value low, Value high) {
    if (low instanceof QuantityValue one && high instanceof QuantityValue other) {
      double from = one.quantity().magnitude();
      double to = other.quantity().magnitude();
      double size = Math.max(Math.abs(from), Math.abs(to));
      double wanted = 2 + Math.ceil(StrictMath.log10(size / Math.abs(to - from)));
      // of two zeros, and of what is beyond all numbers, it cannot be told
      return Double.isNaN(wanted)
          ? FEWEST_DIGITS
          : (int) Math.max(FEWEST_DIGITS, Math.min(MOST_DIGITS, wanted));
    }
    return FEWEST_DIGITS;
  }
}
