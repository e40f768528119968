package org.tidemark.solve.equation;

/** Solves equations over a box: in one unknown by following the function, in several by search. */
public final class EquationSolver {
  private EquationSolver() {}

  /**
   * Every solution that is found.
   *
   * @throws UnsolvedEquations where equations and unknowns differ in number, the box has no end,
   *     the equations have no value anywhere, or whole stretches solve them
   */
  public static Solutions solve(Equations equations) {
    if (equations.count() != equations.box().size()) {
      throw UnsolvedEquations.notSquare(equations);
    }
    if (!equations.box().isFinite()) {
      throw UnsolvedEquations.unboundedBox(equations.box());
    }
    return equations.count() == 1
        ? new IntervalSearch(equations).solve()
        : new SystemSearch(equations).solve();
  }
}
