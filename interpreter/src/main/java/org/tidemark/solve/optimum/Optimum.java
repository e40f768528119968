package org.tidemark.solve.optimum;

import java.util.List;
import java.util.Map;

/** A best point, what it is worth, and how that is known. */
public final class Optimum {
  private final double[] values;
  private final double objective;
  private final String method;
  private final double residual;
  private final double violation;
  private final Map<String, Double> shadowPrices;
  private final List<double[]> others;
  private final boolean proven;
  private final String search;

  Optimum(
      double[] values,
      double objective,
      String method,
      double residual,
      double violation,
      Map<String, Double> shadowPrices,
      List<double[]> others,
      boolean proven,
      String search) {
    this.values = values.clone();
    this.objective = objective;
    this.method = method;
    this.residual = residual;
    this.violation = violation;
    this.shadowPrices = Map.copyOf(shadowPrices);
    this.others = others.stream().map(double[]::clone).toList();
    this.proven = proven;
    this.search = search;
  }

  /** The unknowns, in the order of the box. */
  public double[] values() {
    return values.clone();
  }

  /** Unknown j. */
  public double value(int j) {
    return values[j];
  }

  /** The objective there. */
  public double objective() {
    return objective;
  }

  /** What found it. */
  public String method() {
    return method;
  }

  /**
   * How far the point is from meeting the conditions of an optimum, found by substituting back: for
   * a linear programme the gap between it and its dual, relative to their terms; for a smooth one
   * the part of the objective's slope that no constraint holds, over the length of the box and
   * relative to how much the objective varies; for others, what a search around the point still
   * gained, likewise relative.
   */
  public double residual() {
    return residual;
  }

  /** The largest breach of a constraint, relative to its terms. */
  public double violation() {
    return violation;
  }

  /**
   * By how much the optimal objective changes per unit that the right side of a constraint is
   * raised; zero for one that does not bind.
   */
  public Map<String, Double> shadowPrices() {
    return shadowPrices;
  }

  /** Other points found that are as good: further optima, or the ends of a flat stretch. */
  public List<double[]> others() {
    return others.stream().map(double[]::clone).toList();
  }

  /** Whether no point as good was found elsewhere. */
  public boolean unique() {
    return others.isEmpty();
  }

  /** Whether the form of the programme shows that nothing is better anywhere in the box. */
  public boolean proven() {
    return proven;
  }

  /** How thoroughly it was looked, in a clause. */
  public String search() {
    return search;
  }
}
