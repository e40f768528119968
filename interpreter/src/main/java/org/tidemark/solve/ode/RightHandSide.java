package org.tidemark.solve.ode;

/** The right-hand side f of y' = f(t, y). */
public interface RightHandSide {

  /** The number of components of the state, at least 1. */
  int dimension();

  /**
   * Writes the rates of change at a time and a state. Neither array may be kept, nor the state
   * changed.
   */
  void rates(double time, double[] state, double[] rates);

  /**
   * Writes the partial derivatives of the rates, one row per rate and one column per component of
   * the state.
   *
   * @return false where they are not supplied; the stiff method then takes differences
   */
  default boolean jacobian(double time, double[] state, double[][] derivatives) {
    return false;
  }
}
