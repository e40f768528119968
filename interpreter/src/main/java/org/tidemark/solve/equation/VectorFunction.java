package org.tidemark.solve.equation;

/** Numbers to numbers. */
@FunctionalInterface
public interface VectorFunction {
  /**
   * The values at a point. Neither array is kept or changed by the other side.
   *
   * @throws ArithmeticException or {@link IllegalArgumentException} where undefined; a value that
   *     is not a finite number means the same
   */
  double[] at(double[] point);

  /** The values at a point, null where the function is not defined. */
  default double[] whereDefined(double[] point) {
    double[] values;
    try {
      values = at(point.clone());
    } catch (ArithmeticException | IllegalArgumentException undefined) {
      return null;
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return null;
      }
    }
    return values;
  }
}
