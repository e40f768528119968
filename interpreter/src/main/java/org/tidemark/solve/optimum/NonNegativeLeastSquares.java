package org.tidemark.solve.optimum;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.tidemark.solve.aside.Watched;

/**
 * The u &gt;= 0 that brings E u nearest to f (C. L. Lawson and R. J. Hanson, 1974, Solving Least
 * Squares Problems, algorithm NNLS, chapter 23).
 */
final class NonNegativeLeastSquares {
  private NonNegativeLeastSquares() {}

  /**
   * @param columns the columns of E
   * @param f what to come near to
   */
  static double[] solve(double[][] columns, double[] f) {
    int m = columns.length;
    double[] u = new double[m];
    boolean[] in = new boolean[m];
    boolean[] barred = new boolean[m];
    double[] norms = new double[m];
    for (int i = 0; i < m; i++) {
      norms[i] = StrictMath.sqrt(dot(columns[i], columns[i]));
    }
    for (int round = 0; round < 3 * m + 30; round++) {
      double[] left = residual(columns, u, f);
      double length = StrictMath.sqrt(dot(left, left));
      int enter = -1;
      double steepest = 1e-14 * Math.max(length, 1e-3 * StrictMath.sqrt(dot(f, f)));
      for (int i = 0; i < m; i++) {
        if (!in[i] && !barred[i] && norms[i] > 0) {
          double slope = dot(columns[i], left) / norms[i];
          if (slope > steepest) {
            steepest = slope;
            enter = i;
          }
        }
      }
      if (enter < 0) {
        return u;
      }
      in[enter] = true;
      double[] tried = fitted(columns, in, f);
      if (tried == null || !(tried[enter] > 0)) {
        // what it adds is only rounding
        in[enter] = false;
        barred[enter] = true;
        continue;
      }
      Arrays.fill(barred, false);
      while (tried != null && !settled(tried, in)) {
        double step = 1;
        for (int i = 0; i < m; i++) {
          if (in[i] && tried[i] <= 0) {
            step = Math.min(step, u[i] / (u[i] - tried[i]));
          }
        }
        for (int i = 0; i < m; i++) {
          if (in[i]) {
            u[i] += step * (tried[i] - u[i]);
            if (tried[i] <= 0 && u[i] <= 1e-15 * Math.max(1, Math.abs(tried[i]))) {
              u[i] = 0;
              in[i] = false;
            }
          }
        }
        Watched.look();
        tried = fitted(columns, in, f);
      }
      if (tried == null) {
        return u;
      }
      u = tried;
    }
    return u;
  }

  private static boolean settled(double[] tried, boolean[] in) {
    for (int i = 0; i < tried.length; i++) {
      if (in[i] && tried[i] <= 0) {
        return false;
      }
    }
    return true;
  }

  /** Least squares over the columns chosen; null where they depend on one another. */
  private static double[] fitted(double[][] columns, boolean[] in, double[] f) {
    int n = 0;
    for (boolean chosen : in) {
      n += chosen ? 1 : 0;
    }
    double[] u = new double[columns.length];
    if (n == 0) {
      return u;
    }
    if (n > f.length) {
      return null;
    }
    double[][] matrix = new double[f.length][n];
    int[] from = new int[n];
    int k = 0;
    for (int i = 0; i < columns.length; i++) {
      if (in[i]) {
        double norm = StrictMath.sqrt(dot(columns[i], columns[i]));
        for (int row = 0; row < f.length; row++) {
          matrix[row][k] = columns[i][row] / norm;
        }
        from[k++] = i;
      }
    }
    try {
      double[] solved =
          new QRDecomposition(new Array2DRowRealMatrix(matrix, false), 1e-11)
              .getSolver()
              .solve(new ArrayRealVector(f))
              .toArray();
      for (k = 0; k < n; k++) {
        double[] column = columns[from[k]];
        u[from[k]] = solved[k] / StrictMath.sqrt(dot(column, column));
      }
      return u;
    } catch (SingularMatrixException dependent) {
      return null;
    }
  }

  private static double[] residual(double[][] columns, double[] u, double[] f) {
    double[] left = f.clone();
    for (int i = 0; i < u.length; i++) {
      if (u[i] != 0) {
        for (int row = 0; row < left.length; row++) {
          left[row] -= columns[i][row] * u[i];
        }
      }
    }
    return left;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
