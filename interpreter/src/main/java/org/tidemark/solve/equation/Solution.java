package org.tidemark.solve.equation;

/** One solution of equations. */
public final class Solution {
  private final double[] values;
  private final double[] errors;
  private final double residual;
  private final double condition;
  private final boolean singular;

  Solution(double[] values, double[] errors, double residual, double condition, boolean singular) {
    this.values = values.clone();
    this.errors = errors.clone();
    this.residual = residual;
    this.condition = condition;
    this.singular = singular;
  }

  /** The unknowns, in the order of the box. */
  public double[] values() {
    return values.clone();
  }

  /** Unknown j. */
  public double value(int j) {
    return values[j];
  }

  /** How far off unknown j may be, from the rounding of the terms and the condition. */
  public double error(int j) {
    return errors[j];
  }

  /** The largest difference of two sides found by substituting back, relative to its terms. */
  public double residual() {
    return residual;
  }

  /**
   * By how much a relative change of the terms comes back as a relative change of the unknowns, at
   * worst (Skeel's componentwise condition number; Skeel, 1979, J. ACM 26, 494-526); 2^53 where the
   * equations do not tell at first order.
   */
  public double condition() {
    return condition;
  }

  /** Whether the Jacobian is singular to working precision, as at a root that is touched only. */
  public boolean singular() {
    return singular;
  }
}
