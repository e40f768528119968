package org.tidemark.solve.ode;

/** The partial derivatives of the rates with respect to the state, supplied or by differences. */
final class Derivatives {
  private static final double ROOT = 0x1p-26;

  private final CountedRates rates;
  private final double[] shifted;
  private final double[] there;

  Derivatives(CountedRates rates) {
    this.rates = rates;
    shifted = new double[rates.dimension()];
    there = new double[rates.dimension()];
  }

  /**
   * Fills the matrix.
   *
   * @param reach a step, over which a component that is zero may be expected to move
   * @return false where the rates are not finite on either side of the state
   */
  boolean at(double time, double[] state, double[] rate, double reach, double[][] into) {
    if (rates.jacobian(time, state, into)) {
      return true;
    }
    System.arraycopy(state, 0, shifted, 0, state.length);
    for (int j = 0; j < state.length; j++) {
      double shift = shift(state, rate, reach, j);
      if (!column(time, state, rate, j, shift, into)
          && !column(time, state, rate, j, -shift, into)) {
        return false;
      }
      shifted[j] = state[j];
    }
    return true;
  }

  private boolean column(
      double time, double[] state, double[] rate, int j, double shift, double[][] into) {
    shifted[j] = state[j] + shift;
    double exact = shifted[j] - state[j];
    if (!rates.at(time, shifted, there)) {
      return false;
    }
    for (int i = 0; i < state.length; i++) {
      into[i][j] = (there[i] - rate[i]) / exact;
    }
    return true;
  }

  /** In the direction the component moves in, where it is most likely to be defined. */
  private static double shift(double[] state, double[] rate, double reach, int j) {
    double size = Math.max(Math.abs(state[j]), 1e-3 * Math.abs(rate[j] * reach));
    if (!(size > 1e-280 && size < 1e300)) {
      size = 0;
      for (double each : state) {
        size = Math.max(size, Math.abs(each));
      }
      size = size > 1e-280 && size < 1e300 ? size : 1;
    }
    return rate[j] < 0 ? -ROOT * size : ROOT * size;
  }
}
