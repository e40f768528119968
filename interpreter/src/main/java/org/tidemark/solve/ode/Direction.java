package org.tidemark.solve.ode;

/**
 * Derivatives along a direction by central differences of order 4.
 *
 * <p>With a step of 1e-3 of the size of what moves, the error left out is of the order of 1e-12 of
 * the fifth derivative in that size, and that of rounding about as much.
 */
final class Direction {
  private static final double REACH = 0x1p-10;

  /** A function of the distance gone along the direction. */
  interface Along {
    /** The value, or null where there is none. */
    double[] at(double distance);
  }

  private Direction() {}

  /**
   * The largest distance for which nothing moves by more than a small part of its size.
   *
   * @param sizes and directions, one array after the other
   */
  static double reach(double[]... sizesAndDirections) {
    double fastest = 0;
    for (int pair = 0; pair < sizesAndDirections.length; pair += 2) {
      double[] sizes = sizesAndDirections[pair];
      double[] directions = sizesAndDirections[pair + 1];
      double largest = 0;
      for (double size : sizes) {
        largest = Math.max(largest, Math.abs(size));
      }
      for (int i = 0; i < sizes.length; i++) {
        if (directions[i] != 0) {
          // What is zero has no size of its own: it moves by its neighbours'.
          double size = sizes[i] == 0 ? (largest == 0 ? 1 : largest) : Math.abs(sizes[i]);
          fastest = Math.max(fastest, Math.abs(directions[i]) / size);
        }
      }
    }
    return fastest == 0 ? 0 : REACH / fastest;
  }

  /** The derivative at zero; null if a value is missing on the way. */
  static double[] derivative(Along function, double reach) {
    double[] one = function.at(reach);
    double[] back = function.at(-reach);
    double[] two = function.at(2 * reach);
    double[] further = function.at(-2 * reach);
    if (one == null || back == null || two == null || further == null) {
      return null;
    }
    double[] derivative = new double[one.length];
    for (int i = 0; i < derivative.length; i++) {
      derivative[i] = (8 * (one[i] - back[i]) - (two[i] - further[i])) / (12 * reach);
    }
    return derivative;
  }
}
