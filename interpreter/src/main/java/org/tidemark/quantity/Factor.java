package org.tidemark.quantity;

/** Conversion factors as pairs of doubles. */
final class Factor {
  private static final int MOST_DIGITS = 15;
  private static final int LARGEST_POWER_OF_TEN = 22;

  private Factor() {}

  /**
   * {@code above / below} in lowest terms where both are whole numbers, otherwise as given. The
   * value is unchanged.
   *
   * @return two numbers
   */
  static double[] reduced(double above, double below) {
    if (below == 1 || above == 1 || !isWhole(above) || !isWhole(below)) {
      return new double[] {above, below};
    }
    double a = Math.abs(above);
    double b = Math.abs(below);
    while (b != 0) {
      double rest = a % b;
      a = b;
      b = rest;
    }
    return a == 0 ? new double[] {above, below} : new double[] {above / a, below / a};
  }

  /**
   * A pair whose quotient is exactly {@code v}: two whole numbers where {@code v} is a short
   * decimal ({@code 1.08} gives 27 / 25), which lets a later conversion round once, otherwise
   * {@code v / 1}.
   *
   * @return two numbers
   */
  static double[] ofDecimal(double v) {
    double[] asIs = {v, 1};
    if (isWhole(v) || Double.isNaN(v) || Double.isInfinite(v)) {
      return asIs;
    }
    String text = Double.toString(Math.abs(v));
    int mark = text.indexOf('E');
    int exponent = mark < 0 ? 0 : Integer.parseInt(text.substring(mark + 1));
    String mantissa = mark < 0 ? text : text.substring(0, mark);
    int point = mantissa.indexOf('.');
    String fraction = mantissa.substring(point + 1);
    if (fraction.equals("0")) {
      fraction = "";
    }
    int down = fraction.length() - exponent;
    if (point + fraction.length() > MOST_DIGITS || down < 0 || down > LARGEST_POWER_OF_TEN) {
      return asIs;
    }
    double digits = Long.parseLong(mantissa.substring(0, point).concat(fraction));
    double[] pair = reduced(Math.copySign(digits, v), powerOfTen(down));
    return pair[0] / pair[1] == v ? pair : asIs;
  }

  /** {@code v} to a rational power; whole powers by repeated multiplication. */
  static double power(double v, Rational exponent) {
    if (v == 1) {
      return 1;
    }
    if (exponent.isInteger() && Math.abs(exponent.numerator()) <= 64) {
      double result = 1;
      for (long i = Math.abs(exponent.numerator()); i > 0; i--) {
        result *= v;
      }
      return exponent.signum() < 0 ? 1 / result : result;
    }
    if (exponent.numerator() == 1 && exponent.denominator() == 2) {
      return Math.sqrt(v);
    }
    return StrictMath.pow(v, exponent.toDouble());
  }

  private static double powerOfTen(int n) {
    double result = 1;
    for (int i = 0; i < n; i++) {
      result *= 10;
    }
    return result;
  }

  private static boolean isWhole(double v) {
    return v == Math.rint(v) && !Double.isInfinite(v);
  }
}
