package org.tidemark.solve.optimum;

import org.tidemark.solve.equation.VectorFunction;

/**
 * A condition on a point.
 *
 * @param name what it is called in messages
 * @param relation how its sides must stand to each other
 * @param sides its left and its right side at a point
 */
public record Constraint(String name, Relation relation, VectorFunction sides) {
  /** How two sides stand to each other. */
  public enum Relation {
    /** left &gt;= right. */
    AT_LEAST,
    /** left &lt;= right. */
    AT_MOST,
    /** left = right. */
    EQUAL
  }

  /** Negative where the condition is not met, by how much in its own unit. */
  double slack(double[] sides) {
    return relation == Relation.AT_MOST ? sides[1] - sides[0] : sides[0] - sides[1];
  }

  boolean isEquality() {
    return relation == Relation.EQUAL;
  }
}
