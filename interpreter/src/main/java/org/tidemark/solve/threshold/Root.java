package org.tidemark.solve.threshold;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** The zero of a continuous function between two points where its signs differ. */
final class Root {
  private static final int LIMIT = 400;

  private Root() {}

  /** The zero, to the last bits, by Brent's method. */
  static double find(DoubleUnaryOperator function, double low, double high) {
    double middle = 0.5 * (low + high);
    if (middle == low || middle == high) {
      // no number lies between
      return Math.abs(function.applyAsDouble(low)) <= Math.abs(function.applyAsDouble(high))
          ? low
          : high;
    }
    return new BrentSolver(0x1p-52, Double.MIN_NORMAL, 0)
        .solve(LIMIT, function::applyAsDouble, low, high);
  }
}
