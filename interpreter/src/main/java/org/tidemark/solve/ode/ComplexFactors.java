package org.tidemark.solve.ode;

/** The LU factors of a complex shift times the identity less a real matrix, with row pivoting. */
final class ComplexFactors {
  private final int n;
  private final double[] re;
  private final double[] im;
  private final int[] pivot;

  ComplexFactors(int n) {
    this.n = n;
    re = new double[n * n];
    im = new double[n * n];
    pivot = new int[n];
  }

  /**
   * Factors (alpha + i beta) times the identity less a multiple of the matrix; false if that is
   * singular.
   */
  boolean factor(double[][] matrix, double by, double alpha, double beta) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        re[i * n + j] = (i == j ? alpha : 0) - by * matrix[i][j];
        im[i * n + j] = i == j ? beta : 0;
      }
    }
    for (int k = 0; k < n; k++) {
      int best = k;
      for (int i = k + 1; i < n; i++) {
        if (size(i, k) > size(best, k)) {
          best = i;
        }
      }
      pivot[k] = best;
      if (!(size(best, k) > 0)) {
        return false;
      }
      if (best != k) {
        swap(re, best, k);
        swap(im, best, k);
      }
      eliminate(k);
    }
    return true;
  }

  private void eliminate(int k) {
    double a = re[k * n + k];
    double b = im[k * n + k];
    double norm = a * a + b * b;
    for (int i = k + 1; i < n; i++) {
      double x = re[i * n + k];
      double y = im[i * n + k];
      if (x == 0 && y == 0) {
        continue;
      }
      double p = (x * a + y * b) / norm;
      double q = (y * a - x * b) / norm;
      re[i * n + k] = p;
      im[i * n + k] = q;
      for (int j = k + 1; j < n; j++) {
        double u = re[k * n + j];
        double v = im[k * n + j];
        re[i * n + j] -= p * u - q * v;
        im[i * n + j] -= p * v + q * u;
      }
    }
  }

  /** Replaces the right-hand side by the solution. */
  void solve(double[] x, double[] y) {
    for (int k = 0; k < n; k++) {
      swap(x, y, k, pivot[k]);
    }
    for (int i = 1; i < n; i++) {
      subtract(i, 0, i, x, y);
    }
    for (int i = n - 1; i >= 0; i--) {
      subtract(i, i + 1, n, x, y);
      double a = re[i * n + i];
      double b = im[i * n + i];
      double norm = a * a + b * b;
      double p = (x[i] * a + y[i] * b) / norm;
      y[i] = (y[i] * a - x[i] * b) / norm;
      x[i] = p;
    }
  }

  private void subtract(int i, int first, int end, double[] x, double[] y) {
    double p = x[i];
    double q = y[i];
    for (int j = first; j < end; j++) {
      double u = re[i * n + j];
      double v = im[i * n + j];
      p -= u * x[j] - v * y[j];
      q -= u * y[j] + v * x[j];
    }
    x[i] = p;
    y[i] = q;
  }

  private double size(int i, int j) {
    return Math.abs(re[i * n + j]) + Math.abs(im[i * n + j]);
  }

  private void swap(double[] of, int one, int other) {
    for (int j = 0; j < n; j++) {
      double kept = of[one * n + j];
      of[one * n + j] = of[other * n + j];
      of[other * n + j] = kept;
    }
  }

  private static void swap(double[] x, double[] y, int one, int other) {
    double kept = x[one];
    x[one] = x[other];
    x[other] = kept;
    kept = y[one];
    y[one] = y[other];
    y[other] = kept;
  }
}
