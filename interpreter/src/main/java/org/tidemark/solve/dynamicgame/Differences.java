package org.tidemark.solve.dynamicgame;

import java.util.function.DoubleUnaryOperator;

/**
 * Derivatives by central differences of high order (B. Fornberg, "Generation of finite difference
 * formulas on arbitrarily spaced grids", Math. Comp. 51, 1988). The order does the work and the
 * step stays wide, so rounding is magnified a hundredfold only: smooth functions give twelve digits
 * or more.
 */
final class Differences {
  private static final double[] EIGHTH = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};
  private static final double[] SIXTH = {3.0 / 4, -3.0 / 20, 1.0 / 60, 0};

  /** The widest step, relative to the reach; the stencil takes four of them to each side. */
  private static final double STEP = 1.0 / 64;

  private static final int STEPS = 4;

  /** Two orders that agree to here need no narrower step. */
  private static final double AGREEMENT = 1e-12;

  private Differences() {}

  /**
   * The first derivative; NaN where the function has no value nearby.
   *
   * @param reach how far from the point the function surely varies smoothly
   */
  static double first(DoubleUnaryOperator function, double at, double reach) {
    double best = Double.NaN;
    double least = Double.POSITIVE_INFINITY;
    double step = reach * STEP;
    for (int narrower = 0; narrower < STEPS; narrower++, step /= 4) {
      double eighth = 0;
      double sixth = 0;
      double size = 0;
      // the points are made first, so that the distance between them is exact
      for (int k = 1; k <= 4; k++) {
        double above = at + k * step;
        double below = at - k * step;
        double high = function.applyAsDouble(above);
        double low = function.applyAsDouble(below);
        double slope = (high - low) / (above - below) * (2 * k);
        eighth += EIGHTH[k - 1] * slope;
        sixth += SIXTH[k - 1] * slope;
        size = Math.max(size, Math.max(Math.abs(high), Math.abs(low)));
      }
      double error = Math.abs(eighth - sixth) + Math.ulp(size) / step;
      if (error < least) {
        least = error;
        best = eighth;
      }
      if (Math.abs(eighth - sixth) <= AGREEMENT * Math.max(Math.abs(eighth), size / reach)) {
        break;
      }
    }
    return best;
  }
}
