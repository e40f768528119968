package org.tidemark.solve.threshold;

/**
 * The quasi-static figures over the exact ones, less one; zero where they differ by less than both
 * are known.
 *
 * @param time to the crossing; zero where neither treatment ever crosses, infinite where one does
 * @param value of one firm at the start
 * @param quantity output at the start
 */
public record TreatmentDifference(double time, double value, double quantity) {
  /** Paths are integrated to about this, relative. */
  private static final double KNOWN = 1e-12;

  /** The difference between two treatments of one game. */
  static TreatmentDifference between(MovingSolution quasiStatic, MovingSolution exact) {
    return new TreatmentDifference(
        relative(quasiStatic.crossingTime(), exact.crossingTime()),
        relative(quasiStatic.initially().value(), exact.initially().value()),
        relative(quasiStatic.initially().aggregateOutput(), exact.initially().aggregateOutput()));
  }

  private static double relative(double found, double right) {
    if (found == right || Math.abs(found - right) <= KNOWN * Math.abs(right)) {
      return 0;
    }
    return right == 0 || Double.isInfinite(right)
        ? Math.copySign(Double.POSITIVE_INFINITY, found - right)
        : (found - right) / right;
  }
}
