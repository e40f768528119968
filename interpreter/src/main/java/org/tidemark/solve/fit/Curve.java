package org.tidemark.solve.fit;

/**
 * A curve with parameters, to be fitted: what it says at every observation. Implementations must be
 * pure functions of the parameters.
 */
public interface Curve {
  /**
   * Fills in what the curve says at every observation. Where it has no value it says NaN or an
   * infinity, and the search stays away.
   *
   * @param parameters the parameters
   * @param predictions one place per observation, to be filled
   */
  void predict(double[] parameters, double[] predictions);

  /**
   * Fills in the exact derivatives where the curve has them.
   *
   * @param parameters the parameters
   * @param derivatives for each parameter one array with a place per observation, to be filled
   * @return whether it has
   */
  default boolean differentiate(double[] parameters, double[][] derivatives) {
    return false;
  }
}
