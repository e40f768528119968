package org.tidemark.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes numbers, for people and for JSON. */
public final class NumberText {
  private static final int SENSIBLE_DIGITS = 6;
  private static final int EXACT_DIGITS = 17;

  /** Decimal exponents of the smallest and largest numbers that are written plainly. */
  private static final int SMALLEST_PLAIN = -4;

  private static final int LARGEST_PLAIN = 6;

  private NumberText() {}

  /**
   * For reading: six significant digits at most and no trailing zeros, but a whole part is never
   * cut short. Plain from 1e-4 up to 1e7 ({@code 0.0001}, {@code 1234567}), otherwise {@code
   * 2.988e10}. What is not finite is {@code infinity}, {@code -infinity} or {@code not a number}.
   */
  public static String sensible(double v) {
    if (isSpecial(v)) {
      return special(v);
    }
    double size = Math.abs(v);
    int whole = size >= 1e6 && size < 1e7 ? LARGEST_PLAIN + 1 : SENSIBLE_DIGITS;
    return write(v, whole, LARGEST_PLAIN);
  }

  /**
   * As {@link #sensible} with at most {@code digits} significant digits, rounding halves away from
   * 0. Plain notation reaches up to as many digits, if those are more than seven.
   *
   * @throws IllegalArgumentException if {@code digits} is below 1
   */
  public static String significant(double v, int digits) {
    if (digits < 1) {
      throw new IllegalArgumentException("a number needs at least one significant digit");
    }
    return isSpecial(v) ? special(v) : write(v, digits, Math.max(LARGEST_PLAIN, digits - 1));
  }

  /**
   * For machines: 17 significant digits, which give back the same double, in JSON's notation;
   * {@code null} for what is not finite.
   */
  public static String exact(double v) {
    if (Double.isNaN(v) || Double.isInfinite(v)) {
      return "null";
    }
    if (v == 0) {
      return 1 / v < 0 ? "-0.0" : "0";
    }
    BigDecimal rounded = new BigDecimal(v).round(new MathContext(EXACT_DIGITS));
    return layOut(rounded.stripTrailingZeros(), EXACT_DIGITS - 1);
  }

  private static boolean isSpecial(double v) {
    return v == 0 || Double.isNaN(v) || Double.isInfinite(v);
  }

  private static String special(double v) {
    if (v == 0) {
      return "0";
    }
    return Double.isNaN(v) ? "not a number" : v > 0 ? "infinity" : "-infinity";
  }

  private static String write(double v, int digits, int largestPlain) {
    BigDecimal rounded =
        new BigDecimal(Double.toString(v))
            .round(new MathContext(digits, RoundingMode.HALF_UP))
            .stripTrailingZeros();
    return layOut(rounded, largestPlain);
  }

  private static String layOut(BigDecimal rounded, int largestPlain) {
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= SMALLEST_PLAIN && exponent <= largestPlain) {
      return rounded.toPlainString();
    }
    String digits = rounded.unscaledValue().abs().toString();
    StringBuilder text = new StringBuilder();
    if (rounded.signum() < 0) {
      text.append('-');
    }
    text.append(digits.charAt(0));
    if (digits.length() > 1) {
      text.append('.').append(digits, 1, digits.length());
    }
    return text.append('e').append(exponent).toString();
  }

  /** A count with its digits in groups of three: {@code 61,842}. */
  public static String grouped(long count) {
    StringBuilder text = new StringBuilder(Long.toString(count));
    int first = count < 0 ? 1 : 0;
    for (int at = text.length() - 3; at > first; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }
}
