package org.tidemark.solve.equation;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * Least squares over a box: Levenberg's and Marquardt's damped Gauss-Newton steps, solved by QR
 * factors rather than normal equations, with the damping of Nielsen (K. Madsen, H. B. Nielsen, O.
 * Tingleff, 2004, "Methods for non-linear least squares problems", IMM, DTU, section 3.2). An
 * unknown at a bound that the sum of squares pulls outwards is held there; other steps are cut back
 * to the box.
 */
public final class LevenbergMarquardt {
  private static final int LIMIT = 300;
  private static final double EPSILON = 0x1p-53;

  private final VectorFunction residuals;
  private final Box box;
  private final Differentiation differentiation;

  /** The sum of the squares of the given residuals is made small over a box. */
  public LevenbergMarquardt(VectorFunction residuals, Box box) {
    this.residuals = residuals;
    this.box = box;
    this.differentiation = new Differentiation(residuals, box);
  }

  /**
   * Where a descent ended.
   *
   * @param point the unknowns
   * @param residuals the residuals there
   * @param sum the sum of their squares
   * @param iterations how many steps it took
   */
  public record End(double[] point, double[] residuals, double sum, int iterations) {}

  /** Descends from a start; null where the residuals are not defined there. */
  public End from(double[] start) {
    double[] x = box.clamp(start);
    double[] r = residuals.whereDefined(x);
    if (r == null) {
      return null;
    }
    double sum = squares(r);
    double damping = 1e-3;
    double growth = 2;
    double[] scale = new double[x.length];
    int iteration = 0;
    double[][] jacobian = null;
    boolean moved = true;
    while (iteration++ < LIMIT && sum > 0) {
      if (moved) {
        jacobian = differentiation.steering(x, r);
        if (jacobian == null) {
          break;
        }
        enlarge(scale, jacobian);
      }
      boolean[] free = free(x, r, jacobian);
      double[] step = step(jacobian, r, scale, free, damping);
      double[] to = step == null ? x : cut(x, step);
      double length = relativeLength(x, to);
      if (length <= 4 * EPSILON) {
        if (step != null || damping > 1e18) {
          break;
        }
      }
      double[] there = residuals.whereDefined(to);
      double squares = there == null ? Double.POSITIVE_INFINITY : squares(there);
      double promised = sum - modelled(jacobian, r, x, to);
      moved = squares < sum;
      if (moved) {
        double ratio = promised > 0 ? (sum - squares) / promised : 0.5;
        boolean done = sum - squares <= 1e-15 * sum && length < 1e-9;
        x = to;
        r = there;
        sum = squares;
        double cube = 2 * ratio - 1;
        damping *= Math.max(1.0 / 3, 1 - cube * cube * cube);
        growth = 2;
        if (done) {
          break;
        }
      } else {
        damping = Math.max(damping, 1e-16) * growth;
        growth *= 2;
        if (damping > 1e18) {
          break;
        }
      }
    }
    return new End(x, r, sum, iteration);
  }

  private void enlarge(double[] scale, double[][] jacobian) {
    for (int j = 0; j < scale.length; j++) {
      double norm = 0;
      for (double[] row : jacobian) {
        norm = Math.hypot(norm, row[j]);
      }
      scale[j] = Math.max(scale[j], norm);
    }
  }

  /** Which unknowns are not held at a bound by the slope of the sum of squares. */
  private boolean[] free(double[] x, double[] r, double[][] jacobian) {
    boolean[] free = new boolean[x.length];
    for (int j = 0; j < x.length; j++) {
      double slope = 0;
      for (int i = 0; i < r.length; i++) {
        slope += jacobian[i][j] * r[i];
      }
      boolean held =
          x[j] <= box.lower(j) && slope >= 0
              || x[j] >= box.upper(j) && slope <= 0
              || !(box.width(j) > 0);
      free[j] = !held;
    }
    return free;
  }

  private static double[] step(
      double[][] jacobian, double[] r, double[] scale, boolean[] free, double damping) {
    int[] columns = new int[free.length];
    int n = 0;
    double largest = 0;
    for (int j = 0; j < free.length; j++) {
      if (free[j]) {
        columns[n++] = j;
        largest = Math.max(largest, scale[j]);
      }
    }
    double[] step = new double[free.length];
    if (n == 0 || !(largest > 0)) {
      return step;
    }
    int m = r.length;
    double[][] stacked = new double[m + n][n];
    double[] right = new double[m + n];
    for (int i = 0; i < m; i++) {
      right[i] = -r[i];
    }
    for (int k = 0; k < n; k++) {
      // in units of its own effect, so that no unknown's unit matters
      double unit = scale[columns[k]] > 0 ? scale[columns[k]] : largest;
      for (int i = 0; i < m; i++) {
        stacked[i][k] = jacobian[i][columns[k]] / unit;
      }
      stacked[m + k][k] = StrictMath.sqrt(damping);
    }
    double[] solved;
    try {
      solved =
          new QRDecomposition(new Array2DRowRealMatrix(stacked, false))
              .getSolver()
              .solve(new ArrayRealVector(right, false))
              .toArray();
    } catch (SingularMatrixException unresolved) {
      return null;
    }
    for (int k = 0; k < n; k++) {
      double unit = scale[columns[k]] > 0 ? scale[columns[k]] : largest;
      step[columns[k]] = solved[k] / unit;
      if (!Double.isFinite(step[columns[k]])) {
        return null;
      }
    }
    return step;
  }

  private double[] cut(double[] x, double[] step) {
    double[] to = new double[x.length];
    Arrays.setAll(to, j -> box.clamp(j, x[j] + step[j]));
    return to;
  }

  private double relativeLength(double[] x, double[] to) {
    double length = 0;
    for (int j = 0; j < x.length; j++) {
      if (box.width(j) > 0) {
        double size = Math.max(Math.abs(x[j]), 1e-8 * Math.min(box.width(j), 1e300));
        length = Math.max(length, Math.abs(to[j] - x[j]) / size);
      }
    }
    return length;
  }

  private static double modelled(double[][] jacobian, double[] r, double[] x, double[] to) {
    double sum = 0;
    for (int i = 0; i < r.length; i++) {
      double value = r[i];
      for (int j = 0; j < x.length; j++) {
        value += jacobian[i][j] * (to[j] - x[j]);
      }
      sum += value * value;
    }
    return sum;
  }

  static double squares(double[] r) {
    double sum = 0;
    for (double value : r) {
      sum += value * value;
    }
    return sum;
  }
}
