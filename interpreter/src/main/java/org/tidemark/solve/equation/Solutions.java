package org.tidemark.solve.equation;

import java.util.List;

/**
 * What a search for the solutions of equations found.
 *
 * @param box where it looked
 * @param all every solution found, smallest first unknown first
 * @param method what did it
 * @param search how thoroughly it looked, in a clause that can follow "searched:"
 * @param traced whether the function was followed over the whole box, so that nothing but a detail
 *     finer than its sampling can be missing
 * @param nearest the point that came nearest to solving, where none does; else the first solution
 * @param nearestResidual its residual relative to the terms
 */
public record Solutions(
    Box box,
    List<Solution> all,
    String method,
    String search,
    boolean traced,
    double[] nearest,
    double nearestResidual) {
  /** Takes copies. */
  public Solutions {
    all = List.copyOf(all);
    nearest = nearest.clone();
  }

  /** The point that came nearest to solving. */
  @Override
  public double[] nearest() {
    return nearest.clone();
  }

  /**
   * The one solution.
   *
   * @throws UnsolvedEquations where there is none, or several
   */
  public Solution only() {
    if (all.isEmpty()) {
      throw UnsolvedEquations.none(this);
    }
    if (all.size() > 1) {
      throw UnsolvedEquations.several(this);
    }
    return all.get(0);
  }
}
