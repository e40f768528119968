package org.tidemark.solve;

/**
 * An unevaluated sum of two doubles, about 106 bits. Only what {@link SymmetricGame} needs to
 * subtract nearly equal products without loss.
 */
record DoubleDouble(double high, double low) {

  static DoubleDouble product(double x, double y) {
    double high = x * y;
    return new DoubleDouble(high, Math.fma(x, y, -high));
  }

  DoubleDouble times(double factor) {
    double product = high * factor;
    double error = Math.fma(high, factor, -product) + low * factor;
    return normalised(product, error);
  }

  DoubleDouble over(DoubleDouble divisor) {
    double quotient = high / divisor.high;
    double remainder = Math.fma(-quotient, divisor.high, high) + (low - quotient * divisor.low);
    return normalised(quotient, remainder / divisor.high);
  }

  /** This times two to the power given. */
  DoubleDouble scaled(int exponent) {
    return new DoubleDouble(Math.scalb(high, exponent), Math.scalb(low, exponent));
  }

  /** One minus this, rounded once. */
  double oneMinus() {
    double difference = 1 - high;
    double taken = 1 - difference;
    double error = (1 - (difference + taken)) + (taken - high);
    return difference + (error - low);
  }

  private static DoubleDouble normalised(double large, double small) {
    double high = large + small;
    return new DoubleDouble(high, small - (high - large));
  }
}
