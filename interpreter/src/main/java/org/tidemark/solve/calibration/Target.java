package org.tidemark.solve.calibration;

/**
 * What a model's result should be.
 *
 * @param name what the result is called in messages
 * @param value what it should be
 * @param tolerance by how much it may be off, above zero; the misses are counted in these
 */
public record Target(String name, double value, double tolerance) {
  /** Checks the tolerance. */
  public Target {
    if (!(tolerance > 0) || !Double.isFinite(tolerance) || !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          name + " should be " + value + " within " + tolerance + ", which cannot be weighed");
    }
  }
}
