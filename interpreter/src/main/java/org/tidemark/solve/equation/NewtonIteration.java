package org.tidemark.solve.equation;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * Damped Newton steps from one start inside a box, a step being kept where the next Newton
 * correction with the same Jacobian is shorter: the test does not depend on how the equations are
 * scaled (P. Deuflhard, 2004, Newton Methods for Nonlinear Problems, section 3.3, natural
 * monotonicity). Lengths are in terms of the box.
 */
final class NewtonIteration {
  private static final int LIMIT = 100;
  private static final double SMALLEST = 1e-6;

  private final Equations equations;
  private final Box box;
  private final Differentiation differentiation;

  NewtonIteration(Equations equations) {
    this.equations = equations;
    this.box = equations.box();
    this.differentiation =
        new Differentiation(x -> Assessment.defined(equations.differences(x)), box);
  }

  /** The point where the steps died out; null where they led nowhere. */
  double[] from(double[] start) {
    double[] x = box.clamp(start);
    double[] difference = equations.differences(x);
    double damping = 1;
    for (int k = 0; k < LIMIT && difference != null; k++) {
      Factors factors = factors(x, difference);
      double[] correction = factors == null ? null : factors.correction(difference);
      if (correction == null) {
        return null;
      }
      double length = length(correction);
      if (length <= 1e-15) {
        return x;
      }
      damping = Math.min(1, 2 * damping);
      boolean kept = false;
      double[] next = x;
      while (!kept && damping >= SMALLEST) {
        next = moved(x, correction, damping);
        double[] there = equations.differences(next);
        double[] following = there == null ? null : factors.correction(there);
        kept = following != null && length(following) <= (1 - damping / 4) * length;
        if (kept) {
          difference = there;
        } else if (length < 1e-11) {
          // at the level of rounding a full step no longer shortens the next one
          return x;
        } else {
          damping /= 2;
        }
      }
      if (!kept || same(x, next)) {
        return kept ? next : null;
      }
      x = next;
    }
    return null;
  }

  /** Full steps as long as they shorten. */
  double[] polished(double[] start) {
    double[] x = start;
    double previous = 1e-3;
    for (int k = 0; k < 8; k++) {
      double[] difference = equations.differences(x);
      Factors factors = difference == null ? null : factors(x, difference);
      double[] correction = factors == null ? null : factors.correction(difference);
      if (correction == null || !(length(correction) < 0.5 * previous)) {
        return x;
      }
      previous = length(correction);
      x = moved(x, correction, 1);
    }
    return x;
  }

  /** A Jacobian's factors, with its rows brought to size one. */
  private record Factors(DecompositionSolver solver, double[] rows) {
    /** The Newton correction in units of the box; null where singular. */
    double[] correction(double[] difference) {
      double[] right = new double[rows.length];
      for (int i = 0; i < right.length; i++) {
        right[i] = -difference[i] / rows[i];
      }
      double[] solved;
      try {
        solved = solver.solve(new ArrayRealVector(right, false)).toArray();
      } catch (SingularMatrixException singular) {
        return null;
      }
      for (double value : solved) {
        if (!Double.isFinite(value)) {
          return null;
        }
      }
      return solved;
    }
  }

  private Factors factors(double[] x, double[] difference) {
    double[][] jacobian = differentiation.steering(x, difference);
    if (jacobian == null) {
      return null;
    }
    int n = x.length;
    double[] rows = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        jacobian[i][j] *= unit(j);
        rows[i] = Math.max(rows[i], Math.abs(jacobian[i][j]));
      }
      if (!(rows[i] > 0)) {
        return null;
      }
      for (int j = 0; j < n; j++) {
        jacobian[i][j] /= rows[i];
      }
    }
    return new Factors(
        new LUDecomposition(new Array2DRowRealMatrix(jacobian, false), 1e-15).getSolver(), rows);
  }

  private double unit(int j) {
    return box.width(j) > 0 ? box.width(j) : 1;
  }

  private double[] moved(double[] x, double[] correction, double damping) {
    double[] to = new double[x.length];
    for (int j = 0; j < x.length; j++) {
      to[j] = box.clamp(j, x[j] + damping * correction[j] * unit(j));
    }
    return to;
  }

  private static double length(double[] correction) {
    double length = 0;
    for (double part : correction) {
      length = Math.hypot(length, part);
    }
    return length;
  }

  /** Whether two points are within rounding of each other, unknown by unknown. */
  private static boolean same(double[] a, double[] b) {
    for (int j = 0; j < a.length; j++) {
      if (Math.abs(a[j] - b[j]) > 2 * Math.ulp(a[j])) {
        return false;
      }
    }
    return true;
  }
}
