package org.tidemark.solve.ode;

/** The LU factors of a square matrix, with row pivoting. */
final class RealFactors {
  private final int n;
  private final double[] lu;
  private final int[] pivot;

  RealFactors(int n) {
    this.n = n;
    lu = new double[n * n];
    pivot = new int[n];
  }

  /** Factors shift times the identity less a multiple of the matrix; false if that is singular. */
  boolean factor(double[][] matrix, double by, double shift) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        lu[i * n + j] = (i == j ? shift : 0) - by * matrix[i][j];
      }
    }
    for (int k = 0; k < n; k++) {
      int best = k;
      for (int i = k + 1; i < n; i++) {
        if (Math.abs(lu[i * n + k]) > Math.abs(lu[best * n + k])) {
          best = i;
        }
      }
      pivot[k] = best;
      double top = lu[best * n + k];
      if (!(Math.abs(top) > 0)) {
        return false;
      }
      if (best != k) {
        for (int j = 0; j < n; j++) {
          double kept = lu[k * n + j];
          lu[k * n + j] = lu[best * n + j];
          lu[best * n + j] = kept;
        }
      }
      for (int i = k + 1; i < n; i++) {
        double factor = lu[i * n + k] / top;
        lu[i * n + k] = factor;
        if (factor != 0) {
          for (int j = k + 1; j < n; j++) {
            lu[i * n + j] -= factor * lu[k * n + j];
          }
        }
      }
    }
    return true;
  }

  /** Replaces the right-hand side by the solution. */
  void solve(double[] b) {
    for (int k = 0; k < n; k++) {
      double kept = b[pivot[k]];
      b[pivot[k]] = b[k];
      b[k] = kept;
    }
    for (int i = 1; i < n; i++) {
      double sum = b[i];
      for (int j = 0; j < i; j++) {
        sum -= lu[i * n + j] * b[j];
      }
      b[i] = sum;
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = b[i];
      for (int j = i + 1; j < n; j++) {
        sum -= lu[i * n + j] * b[j];
      }
      b[i] = sum / lu[i * n + i];
    }
  }
}
