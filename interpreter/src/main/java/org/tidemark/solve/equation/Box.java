package org.tidemark.solve.equation;

import java.util.List;

/** Named unknowns, each between a lower and an upper bound, both included. */
public final class Box {
  /** From this ratio of positive bounds on, an unknown is thought of in proportions. */
  private static final double DECADES = 1000;

  private final List<String> names;
  private final double[] lower;
  private final double[] upper;

  /**
   * @param names what the unknowns are called
   * @param lower the lower bounds; may be negative infinity where a solver says so
   * @param upper the upper bounds, none below its lower bound; may be infinite likewise
   * @throws IllegalArgumentException where lengths differ, or a bound is no number or below its
   *     opposite
   */
  public Box(List<String> names, double[] lower, double[] upper) {
    this.names = List.copyOf(names);
    this.lower = lower.clone();
    this.upper = upper.clone();
    if (lower.length != names.size() || upper.length != names.size()) {
      throw new IllegalArgumentException(
          names.size()
              + " unknowns with "
              + lower.length
              + " lower and "
              + upper.length
              + " upper bounds");
    }
    for (int j = 0; j < lower.length; j++) {
      if (!(lower[j] <= upper[j])
          || lower[j] == Double.POSITIVE_INFINITY
          || upper[j] == Double.NEGATIVE_INFINITY) {
        throw new IllegalArgumentException(
            names.get(j) + " has no values from " + lower[j] + " to " + upper[j]);
      }
    }
  }

  /** One unknown. */
  public static Box of(String name, double lower, double upper) {
    return new Box(List.of(name), new double[] {lower}, new double[] {upper});
  }

  /** How many unknowns. */
  public int size() {
    return lower.length;
  }

  /** What the unknowns are called. */
  public List<String> names() {
    return names;
  }

  /** What unknown j is called. */
  public String name(int j) {
    return names.get(j);
  }

  /** The lower bound of unknown j. */
  public double lower(int j) {
    return lower[j];
  }

  /** The upper bound of unknown j. */
  public double upper(int j) {
    return upper[j];
  }

  /** The length of the box along unknown j. */
  public double width(int j) {
    return upper[j] - lower[j];
  }

  /** Whether every bound is a finite number. */
  public boolean isFinite() {
    for (int j = 0; j < lower.length; j++) {
      if (!Double.isFinite(lower[j]) || !Double.isFinite(upper[j])) {
        return false;
      }
    }
    return true;
  }

  /** The value of unknown j in the box that is next to the one given. */
  public double clamp(int j, double value) {
    return Math.min(Math.max(value, lower[j]), upper[j]);
  }

  /** The point of the box that is next to the one given, unknown by unknown. */
  public double[] clamp(double[] point) {
    double[] inside = new double[point.length];
    for (int j = 0; j < inside.length; j++) {
      inside[j] = clamp(j, point[j]);
    }
    return inside;
  }

  /** Whether unknown j, bounded by positive numbers of different orders, is a matter of ratios. */
  public boolean spansDecades(int j) {
    return lower[j] > 0 && upper[j] / lower[j] >= DECADES;
  }

  /**
   * The point at the given fractions of the lengths of a finite box; where an unknown spans decades
   * and {@code inRatios} is set, at the fraction of its logarithm.
   */
  public double[] at(double[] fractions, boolean inRatios) {
    double[] point = new double[fractions.length];
    for (int j = 0; j < point.length; j++) {
      double value =
          inRatios && spansDecades(j)
              ? lower[j] * StrictMath.pow(upper[j] / lower[j], fractions[j])
              : lower[j] + fractions[j] * width(j);
      point[j] = clamp(j, value);
    }
    return point;
  }

  /** A step along unknown j that is neither lost in its rounding nor long beside the box. */
  double typical(int j, double value) {
    double width = Double.isFinite(width(j)) ? width(j) : Math.max(1, Math.abs(value));
    return Math.max(Math.abs(value), 1e-4 * width);
  }

  /** The box without one unknown. */
  public Box without(int dropped) {
    int n = lower.length - 1;
    double[] low = new double[n];
    double[] high = new double[n];
    String[] kept = new String[n];
    for (int j = 0; j < n; j++) {
      int from = j < dropped ? j : j + 1;
      low[j] = lower[from];
      high[j] = upper[from];
      kept[j] = names.get(from);
    }
    return new Box(List.of(kept), low, high);
  }
}
