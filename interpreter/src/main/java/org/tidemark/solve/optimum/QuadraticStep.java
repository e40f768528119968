package org.tidemark.solve.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * The d that makes d'B d / 2 + g'd smallest subject to affine conditions, B positive definite:
 * turned into a least-distance problem and that into non-negative least squares (Lawson and Hanson,
 * 1974, chapter 23), and then solved once more as equations with the conditions found to bind.
 *
 * @param step d
 * @param multipliers one for each condition, not negative but for equalities
 */
record QuadraticStep(double[] step, double[] multipliers) {
  /** Null where the conditions cannot be met, or B is not positive definite. */
  static QuadraticStep solve(double[][] bends, double[] slopes, List<Polyhedron.Row> rows) {
    RealMatrix inverse;
    try {
      RealMatrix lower =
          new CholeskyDecomposition(new Array2DRowRealMatrix(bends, false), 1e-8, 0).getL();
      inverse = new LUDecomposition(lower, 0).getSolver().getInverse();
    } catch (NonPositiveDefiniteMatrixException | SingularMatrixException indefinite) {
      return null;
    }
    double[] shifted = inverse.operate(slopes);
    List<double[]> columns = new ArrayList<>();
    List<Integer> from = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Polyhedron.Row row = rows.get(i);
      double[] turned = inverse.operate(row.slopes());
      double right = row.right() + NonNegativeLeastSquares.dot(turned, shifted);
      columns.add(column(turned, right, 1));
      from.add(i);
      if (row.equality()) {
        columns.add(column(turned, right, -1));
        from.add(i);
      }
    }
    double[] multipliers = new double[rows.size()];
    double scale = 1;
    // the least distance is resolved best where it is about one
    for (int pass = 0; pass < 3; pass++) {
      double[] u = leastDistance(columns, scale);
      if (u == null) {
        return null;
      }
      Arrays.fill(multipliers, 0);
      for (int k = 0; k < u.length; k++) {
        multipliers[from.get(k)] += k > 0 && from.get(k).equals(from.get(k - 1)) ? -u[k] : u[k];
      }
      double[] step = inverse.transpose().operate(sum(columns, u, shifted));
      QuadraticStep exact = exact(bends, slopes, rows, multipliers);
      if (exact != null) {
        return exact;
      }
      double length = 0;
      double[] reached = sum(columns, u, new double[shifted.length]);
      for (double part : reached) {
        length = Math.hypot(length, part);
      }
      if (pass == 2 || !(length > 0) || length > 0.1 * scale && length < 10 * scale) {
        return new QuadraticStep(step, multipliers);
      }
      scale = length;
    }
    return null;
  }

  private static double[] column(double[] turned, double right, double sign) {
    double[] column = new double[turned.length + 1];
    for (int j = 0; j < turned.length; j++) {
      column[j] = sign * turned[j];
    }
    column[turned.length] = sign * right;
    return column;
  }

  /**
   * Multipliers of the nearest point to the origin that meets G y &gt;= h; null where none does.
   */
  private static double[] leastDistance(List<double[]> columns, double scale) {
    int m = columns.size();
    if (m == 0) {
      return new double[0];
    }
    int n = columns.get(0).length;
    double[][] scaled = new double[m][];
    double[] sizes = new double[m];
    for (int i = 0; i < m; i++) {
      double[] column = columns.get(i).clone();
      column[n - 1] /= scale;
      sizes[i] = StrictMath.sqrt(NonNegativeLeastSquares.dot(column, column));
      if (sizes[i] > 0) {
        for (int j = 0; j < n; j++) {
          column[j] /= sizes[i];
        }
      }
      scaled[i] = column;
    }
    double[] f = new double[n];
    f[n - 1] = 1;
    double[] u = NonNegativeLeastSquares.solve(scaled, f);
    double left = 1;
    for (int i = 0; i < m; i++) {
      left -= scaled[i][n - 1] * u[i];
    }
    if (!(left > 1e-13)) {
      return null;
    }
    for (int i = 0; i < m; i++) {
      u[i] = sizes[i] > 0 ? u[i] / left / sizes[i] * scale : 0;
    }
    return u;
  }

  private static double[] sum(List<double[]> columns, double[] u, double[] shifted) {
    double[] y = new double[shifted.length];
    for (int j = 0; j < y.length; j++) {
      y[j] = -shifted[j];
      for (int k = 0; k < u.length; k++) {
        y[j] += columns.get(k)[j] * u[k];
      }
    }
    return y;
  }

  /** The step with the binding conditions as equations; null where it breaks another. */
  private static QuadraticStep exact(
      double[][] bends, double[] slopes, List<Polyhedron.Row> rows, double[] guess) {
    int n = slopes.length;
    List<Integer> binding = new ArrayList<>();
    for (int i = 0; i < guess.length; i++) {
      if (rows.get(i).equality() || guess[i] > 0) {
        binding.add(i);
      }
    }
    if (binding.size() > n) {
      return null;
    }
    int size = n + binding.size();
    double[][] matrix = new double[size][size];
    double[] right = new double[size];
    for (int j = 0; j < n; j++) {
      System.arraycopy(bends[j], 0, matrix[j], 0, n);
      right[j] = -slopes[j];
    }
    for (int k = 0; k < binding.size(); k++) {
      Polyhedron.Row row = rows.get(binding.get(k));
      for (int j = 0; j < n; j++) {
        matrix[n + k][j] = row.slopes()[j];
        matrix[j][n + k] = -row.slopes()[j];
      }
      right[n + k] = row.right();
    }
    double[] solved;
    try {
      solved =
          new LUDecomposition(new Array2DRowRealMatrix(matrix, false), 1e-13)
              .getSolver()
              .solve(new ArrayRealVector(right, false))
              .toArray();
    } catch (SingularMatrixException dependent) {
      return null;
    }
    double[] step = Arrays.copyOf(solved, n);
    double[] multipliers = new double[rows.size()];
    double largest = 0;
    for (int k = 0; k < binding.size(); k++) {
      multipliers[binding.get(k)] = solved[n + k];
      largest = Math.max(largest, Math.abs(solved[n + k]));
    }
    for (int i = 0; i < multipliers.length; i++) {
      Polyhedron.Row row = rows.get(i);
      double extent = Math.abs(row.right());
      for (int j = 0; j < n; j++) {
        extent += Math.abs(row.slopes()[j] * step[j]);
      }
      boolean wrong = !row.equality() && multipliers[i] < -1e-10 * largest;
      if (wrong || row.slack(step) < -1e-10 * extent) {
        return null;
      }
    }
    return new QuadraticStep(step, multipliers);
  }
}
