package org.tidemark.solve;

/** Exponentials less their leading terms, without the cancellation. */
public final class Exponentials {
  /** Below these the series is shorter than the cancellation is harmless. */
  private static final double DRAG_SERIES_BELOW = 1;

  private static final double SINH_SERIES_BELOW = 2;

  private Exponentials() {}

  /**
   * d - 1 + exp(-d), for d &gt;= 0: how far an exponential approach lags behind a straight line.
   * Grows like d^2/2 at first and like d - 1 in the end; accurate to a few units in the last place.
   */
  public static double lag(double d) {
    if (d >= DRAG_SERIES_BELOW) {
      return d + StrictMath.expm1(-d);
    }
    double tail = 1;
    for (int k = lastTerm(d); k >= 3; k--) {
      tail = 1 - d / k * tail;
    }
    return d * d / 2 * tail;
  }

  /** exp(-d) (2 sinh d - 2 d), for d &gt;= 0, that is 1 - exp(-2d) - 2 d exp(-d). */
  public static double dampedSinhExcess(double d) {
    if (d >= SINH_SERIES_BELOW) {
      return -StrictMath.expm1(-2 * d) - 2 * d * StrictMath.exp(-d);
    }
    double square = d * d;
    double tail = 1;
    for (int k = 25; k >= 5; k -= 2) {
      tail = 1 + square / (k * (k - 1)) * tail;
    }
    return StrictMath.exp(-d) * d * square / 3 * tail;
  }

  /**
   * The power of d after which the series of {@link #lag} is below half a unit in its last place.
   */
  private static int lastTerm(double d) {
    return d < 0x1p-10 ? 7 : d < 0.125 ? 14 : 20;
  }
}
