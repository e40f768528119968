package org.tidemark.solve.threshold;

/**
 * One step of an ordinary differential equation by extrapolating the modified midpoint rule to
 * vanishing substeps. Source: W. B. Gragg, SIAM J. Numer. Anal. 2 (1965) 384; R. Bulirsch and J.
 * Stoer, Numer. Math. 8 (1966) 1.
 */
final class Extrapolation {
  private static final int COLUMNS = 8;
  private static final double TOLERANCE = 2e-14;

  /** The columns up to which a step was easy enough to try twice its size next. */
  private static final int EASY = 5;

  private Extrapolation() {}

  /** The right side. */
  @FunctionalInterface
  interface Slope {
    double at(double time, double value);
  }

  /**
   * A step that was tried.
   *
   * @param value at its end
   * @param error of it, relative to the scale
   * @param columns used
   */
  record Step(double value, double error, int columns) {
    boolean accepted() {
      return error <= TOLERANCE;
    }

    boolean easy() {
      return accepted() && columns <= EASY;
    }

    boolean undefined() {
      return Double.isNaN(value);
    }
  }

  static Step step(Slope slope, double time, double value, double size, double scale) {
    double[] row = new double[COLUMNS];
    double initial = slope.at(time, value);
    double error = Double.POSITIVE_INFINITY;
    if (Double.isNaN(initial)) {
      return new Step(Double.NaN, error, 0);
    }
    for (int k = 0; k < COLUMNS; k++) {
      int substeps = 2 * (k + 1);
      double refined = midpoint(slope, time, value, initial, size, substeps);
      if (Double.isNaN(refined)) {
        return new Step(Double.NaN, Double.POSITIVE_INFINITY, k + 1);
      }
      for (int j = 0; j < k; j++) {
        double previous = row[j];
        row[j] = refined;
        double ratio = (double) substeps / (2 * (k - j));
        refined += (refined - previous) / (ratio * ratio - 1);
      }
      double last = k == 0 ? refined : row[k - 1];
      row[k] = refined;
      error = k == 0 ? error : Math.abs(refined - last) / scale;
      if (k >= 2 && error <= TOLERANCE) {
        return new Step(refined, error, k + 1);
      }
    }
    return new Step(row[COLUMNS - 1], error, COLUMNS);
  }

  private static double midpoint(
      Slope slope, double time, double value, double initial, double size, int substeps) {
    double h = size / substeps;
    double previous = value;
    double current = value + h * initial;
    for (int i = 1; i < substeps; i++) {
      double next = previous + 2 * h * slope.at(time + i * h, current);
      if (Double.isNaN(next)) {
        return Double.NaN;
      }
      previous = current;
      current = next;
    }
    return (previous + current + h * slope.at(time + size, current)) / 2;
  }
}
