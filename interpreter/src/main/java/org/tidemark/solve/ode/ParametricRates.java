package org.tidemark.solve.ode;

/** Rates that depend on parameters: y' = f(t, y, p). */
public interface ParametricRates {

  /** The number of components of the state, at least 1. */
  int dimension();

  /** Writes the rates of change. None of the arrays may be kept, nor its inputs changed. */
  void rates(double time, double[] state, double[] parameters, double[] rates);

  /**
   * Writes the derivative of the rates in one direction of state and parameters at once, as forward
   * differentiation gives it.
   *
   * @return false where it is not supplied; differences are then taken
   */
  default boolean tangent(
      double time,
      double[] state,
      double[] parameters,
      double[] stateDirection,
      double[] parameterDirection,
      double[] tangent) {
    return false;
  }
}
