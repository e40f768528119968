package org.tidemark.solve;

/**
 * How those who decide on output feel about the crossing, which is the sign of their marginal value
 * of remaining distance.
 */
public enum CrossingRegime {
  /**
   * The continuation value is below what waiting for ever would earn: distance is worth something,
   * output is held back, value rises with distance.
   */
  FEARED,

  /**
   * The continuation value equals what waiting for ever would earn, to within the rounding of
   * stating it: distance is worth nothing and the static outcome is played throughout.
   */
  NEUTRAL,

  /**
   * The continuation value is above what waiting for ever would earn: distance is a burden, output
   * exceeds the static one, value falls with distance, and the price may be below zero.
   */
  DESIRED;

  /** Four units in the last place: one rounding for each of a, b, r and S. */
  private static final double ROUNDING = 4 * Math.ulp(1.0);

  /** The regime in which the continuation value falls short of its bound by this fraction of it. */
  static CrossingRegime of(double shortfall) {
    if (Math.abs(shortfall) <= ROUNDING) {
      return NEUTRAL;
    }
    return shortfall > 0 ? FEARED : DESIRED;
  }
}
