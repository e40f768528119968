package org.tidemark.solve.fit;

/**
 * Where the search for one parameter begins, and where it must stay.
 *
 * @param name the parameter
 * @param value the start
 * @param low the lowest value allowed, or minus infinity
 * @param high the highest value allowed, or infinity
 */
public record Start(String name, double value, double low, double high) {
  /**
   * Checks the box.
   *
   * @throws InadmissibleFit for a start that is not finite or not in the box, or an empty box
   */
  public Start {
    if (!Double.isFinite(value)) {
      throw InadmissibleFit.of(name, value, "the search cannot start there", "give a finite start");
    }
    if (!(low < high)) {
      throw new InadmissibleFit(
          name, low, high, "its box is empty", "give a lower end below the upper one");
    }
    if (value < low || value > high) {
      throw new InadmissibleFit(
          name,
          value,
          value < low ? low : high,
          "the start lies outside the box",
          "start inside it");
    }
  }

  /** A start without a box. */
  public static Start at(String name, double value) {
    return new Start(name, value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** A part of the way through the box; the start where there is no box. */
  double within(double part) {
    return isBox() ? low + part * (high - low) : value;
  }

  /** Whether it is bounded on both sides. */
  boolean isBox() {
    return !Double.isInfinite(low) && !Double.isInfinite(high);
  }

  boolean bounded() {
    return low != Double.NEGATIVE_INFINITY || high != Double.POSITIVE_INFINITY;
  }

  double clamp(double proposed) {
    return Math.max(low, Math.min(high, proposed));
  }
}
