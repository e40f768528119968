package org.tidemark.vocab.equations;

import java.util.List;
import java.util.Optional;
import org.tidemark.solve.optimum.Constraint;

/** The best of the points that a search has asked for so far, in case it is ended early. */
final class BestSoFar {
  /** A breach of a condition, relative to its sides, that is rounding. */
  private static final double FEASIBLE = 1e-8;

  private final double sign;
  private final List<Sides> conditions;
  private double least = Double.POSITIVE_INFINITY;
  private double[] point;
  private long asked;

  /**
   * Where the sides of a condition are among the numbers of a point.
   *
   * @param relation what must hold between them
   * @param left the left one
   * @param right the right one
   */
  record Sides(Constraint.Relation relation, int left, int right) {
    boolean hold(double[] numbers) {
      double slack = numbers[right] - numbers[left];
      double size = Math.max(Math.abs(numbers[left]), Math.abs(numbers[right]));
      return switch (relation) {
        case EQUAL -> Math.abs(slack) <= FEASIBLE * size;
        case AT_MOST -> slack >= -FEASIBLE * size;
        case AT_LEAST -> slack <= FEASIBLE * size;
      };
    }
  }

  /**
   * Nothing so far.
   *
   * @param largest whether more is better
   * @param conditions all of which have to hold
   */
  BestSoFar(boolean largest, List<Sides> conditions) {
    this.sign = largest ? -1 : 1;
    this.conditions = List.copyOf(conditions);
  }

  /** Another point, the objective first among its numbers. */
  void consider(double[] at, double[] numbers) {
    asked++;
    if (!(sign * numbers[0] < least)) {
      return;
    }
    for (Sides sides : conditions) {
      if (!sides.hold(numbers)) {
        return;
      }
    }
    least = sign * numbers[0];
    point = at.clone();
  }

  /** The point; absent where none met the conditions. */
  Optional<double[]> point() {
    return Optional.ofNullable(point);
  }

  /** How many points were asked for. */
  long asked() {
    return asked;
  }
}
