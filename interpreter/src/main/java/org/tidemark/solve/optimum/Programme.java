package org.tidemark.solve.optimum;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tidemark.solve.equation.Box;

/**
 * What is to be made small or large.
 *
 * @param box the unknowns and their bounds; infinite ones are for linear programmes only
 * @param objective the value of a point
 * @param constraints what must hold besides the bounds
 * @param checkpoint asked while no point is; throws where the search is to end
 */
public record Programme(
    Box box,
    ToDoubleFunction<double[]> objective,
    List<Constraint> constraints,
    Runnable checkpoint) {
  /** Takes copies. */
  public Programme {
    constraints = List.copyOf(constraints);
  }

  /** One that is searched to the end. */
  public Programme(Box box, ToDoubleFunction<double[]> objective, List<Constraint> constraints) {
    this(box, objective, constraints, () -> {});
  }

  /** Without constraints but the bounds. */
  public Programme(Box box, ToDoubleFunction<double[]> objective) {
    this(box, objective, List.of());
  }
}
