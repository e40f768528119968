package org.tidemark.kernel;

/**
 * One or several formulas of the same numbers, compiled. Immutable and safe for several threads; no
 * call allocates unless an operator of the vocabulary does.
 *
 * <p>Where a formula has no value at a point, a kernel says so by a result that is not finite.
 */
public abstract class Kernel {
  /** Only generated classes extend this. */
  protected Kernel() {}

  /** The value of a single formula at a point. */
  public double at(double[] point) {
    return point.length == 1 ? at1(point[0]) : at2(point[0], point[1]);
  }

  /** The value of a single formula of one number. */
  public double at1(double x) {
    throw new IllegalStateException("not of one number");
  }

  /** The value of a single formula of two numbers. */
  public double at2(double x, double y) {
    throw new IllegalStateException("not of two numbers");
  }

  /**
   * The values of all formulas at a point.
   *
   * @return whether all have one; where not, {@code values} holds nothing of use
   */
  public boolean at(double[] point, double[] values) {
    values[0] = at(point);
    return Double.isFinite(values[0]);
  }
}
