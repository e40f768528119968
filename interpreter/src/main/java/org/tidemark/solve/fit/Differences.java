package org.tidemark.solve.fit;

/**
 * Derivatives of a curve with respect to its parameters by central differences, extrapolated to
 * step zero (Ridders, "Accurate computation of F'(x) and F'(x) F''(x)", 1982), all observations at
 * once, each keeping the extrapolation that it judges best.
 */
final class Differences {
  private static final double SHRINK = 2;
  private static final int STEPS = 9;

  private final Curve curve;
  private final int observations;

  Differences(Curve curve, int observations) {
    this.curve = curve;
    this.observations = observations;
  }

  /** Exact derivatives where the curve has them, else extrapolated ones. */
  double[][] careful(double[] at, double[] scale) {
    double[][] result = new double[at.length][observations];
    if (curve.differentiate(at, result)) {
      return result;
    }
    for (int j = 0; j < at.length; j++) {
      result[j] = extrapolated(at, j, 0.02 * scale[j]);
    }
    return result;
  }

  /** Exact derivatives where the curve has them, else plain central differences. */
  double[][] quick(double[] at, double[] scale) {
    double[][] result = new double[at.length][observations];
    if (curve.differentiate(at, result)) {
      return result;
    }
    for (int j = 0; j < at.length; j++) {
      // the cube root of the rounding balances it with the truncation
      result[j] = central(at, j, 6e-6 * scale[j]);
    }
    return result;
  }

  private double[] extrapolated(double[] at, int parameter, double firstStep) {
    double[][] previous = new double[STEPS][];
    double[] best = null;
    double[] errors = new double[observations];
    double step = firstStep;
    for (int i = 0; i < STEPS; i++) {
      double[][] row = new double[STEPS][];
      row[0] = central(at, parameter, step);
      if (best == null) {
        best = row[0].clone();
        java.util.Arrays.fill(errors, Double.POSITIVE_INFINITY);
      }
      double factor = SHRINK * SHRINK;
      for (int k = 1; k <= i; k++) {
        row[k] = new double[observations];
        for (int n = 0; n < observations; n++) {
          double finer = row[k - 1][n];
          double coarser = previous[k - 1][n];
          row[k][n] = (finer * factor - coarser) / (factor - 1);
          double error = Math.max(Math.abs(row[k][n] - finer), Math.abs(row[k][n] - coarser));
          if (error <= errors[n] || Double.isNaN(best[n])) {
            errors[n] = error;
            best[n] = row[k][n];
          }
        }
        factor *= SHRINK * SHRINK;
      }
      previous = row;
      step /= SHRINK;
    }
    return best;
  }

  private double[] central(double[] at, int parameter, double step) {
    double[] above = at.clone();
    double[] below = at.clone();
    above[parameter] += step;
    below[parameter] -= step;
    double width = above[parameter] - below[parameter];
    double[] high = new double[observations];
    double[] low = new double[observations];
    curve.predict(above, high);
    curve.predict(below, low);
    for (int i = 0; i < observations; i++) {
      high[i] = (high[i] - low[i]) / width;
    }
    return high;
  }
}
