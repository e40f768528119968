package org.tidemark.vocab.processes;

import java.util.function.DoubleUnaryOperator;

/**
 * How the time moves at which something passes zero: by the implicit function theorem the total
 * derivative of it, with the time moving along, vanishes.
 */
public final class Passing {
  /** Paces to try at first, in case the time derivative is lost beside the other. */
  private static final double[] TRIALS = {1, 1e8, 1e16, 1e24};

  private static final int ROUNDS = 3;

  private Passing() {}

  /**
   * The derivative of the time.
   *
   * @param total the derivative of what passes zero, by the pace at which the time moves; an affine
   *     function
   * @return not a number where it only touches zero
   */
  public static double pace(DoubleUnaryOperator total) {
    double still = total.applyAsDouble(0);
    if (still == 0) {
      return 0;
    }
    for (double trial : TRIALS) {
      double change = total.applyAsDouble(trial) - still;
      if (Math.abs(change) > 1e-9 * Math.abs(still)) {
        double pace = -still / change * trial;
        for (int i = 0; i < ROUNDS && Double.isFinite(pace); i++) {
          // where the total nearly vanishes nothing is lost by the difference
          pace *= still / (still - total.applyAsDouble(pace));
        }
        return Double.isFinite(pace) ? pace : Double.NaN;
      }
    }
    return Double.NaN;
  }
}
