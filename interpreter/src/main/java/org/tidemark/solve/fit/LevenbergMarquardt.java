package org.tidemark.solve.fit;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.tidemark.solve.aside.Watched;

/**
 * The search of Levenberg (1944) and Marquardt (1963): Gauss–Newton steps shortened towards
 * steepest descent while they do not pay. Parameters are scaled by the largest effect that they had
 * so far (Moré, 1978), the shortening follows the gain (Nielsen, 1999), steps are cut at the box,
 * and parameters that press against it stand still.
 */
final class LevenbergMarquardt {
  private static final double FIRST_DAMPING = 1e-3;
  private static final double STRONGEST_DAMPING = 1e20;

  /** Cosine between residuals and derivatives below which the last digits are left to others. */
  private static final double FLAT = 1e-7;

  private static final double STILL = 1e-14;

  private final Objective objective;
  private final List<Start> starts;
  private final double firstDamping;

  LevenbergMarquardt(Objective objective, List<Start> starts, double firstDamping) {
    this.objective = objective;
    this.starts = starts;
    this.firstDamping = firstDamping;
  }

  LevenbergMarquardt(Objective objective, List<Start> starts) {
    this(objective, starts, FIRST_DAMPING);
  }

  /**
   * Searches from a point.
   *
   * @param at the point, left as it is
   * @param iterations how many at most
   * @return where the sum of squares was lowest
   */
  double[] search(double[] at, int iterations) {
    double[] point = at.clone();
    double[] residuals = objective.residuals(point);
    double sum = Objective.sumOfSquares(residuals);
    double[] largest = new double[point.length];
    double damping = firstDamping;
    for (int iteration = 0; iteration < iterations && sum > 0; iteration++) {
      Watched.look();
      double[][] derivatives = objective.quickDerivatives(point);
      int[] free = free(point, derivatives, residuals);
      if (free.length == 0 || !finite(derivatives, free)) {
        return point;
      }
      for (int j = 0; j < largest.length; j++) {
        largest[j] = Math.max(largest[j], length(derivatives[j]));
      }
      if (flat(derivatives, free, residuals)) {
        return point;
      }
      DampedSteps steps = new DampedSteps(derivatives, free, residuals, largest);
      double growth = 2;
      while (true) {
        double[] next = step(point, free, steps.at(damping));
        double[] nextResiduals = objective.residuals(next);
        double nextSum = Objective.sumOfSquares(nextResiduals);
        if (nextSum < sum) {
          double gain = (sum - nextSum) / steps.predicted(damping);
          double excess = 2 * gain - 1;
          damping *= Math.max(1.0 / 3, 1 - excess * excess * excess);
          boolean still = still(point, next);
          point = next;
          residuals = nextResiduals;
          sum = nextSum;
          if (still) {
            return point;
          }
          break;
        }
        if (still(point, next) || damping > STRONGEST_DAMPING) {
          return point;
        }
        damping *= growth;
        growth *= 2;
      }
    }
    return point;
  }

  /** Parameters that are not pressed against an end of their box. */
  private int[] free(double[] point, double[][] derivatives, double[] residuals) {
    int[] free = new int[point.length];
    int count = 0;
    for (int j = 0; j < point.length; j++) {
      double downhill = dot(derivatives[j], residuals);
      Start start = starts.get(j);
      boolean pressed =
          (point[j] <= start.low() && downhill < 0) || (point[j] >= start.high() && downhill > 0);
      if (!pressed) {
        free[count++] = j;
      }
    }
    return java.util.Arrays.copyOf(free, count);
  }

  private double[] step(double[] point, int[] free, double[] step) {
    double[] next = point.clone();
    for (int k = 0; k < free.length; k++) {
      next[free[k]] = starts.get(free[k]).clamp(point[free[k]] + step[k]);
    }
    return next;
  }

  private static boolean finite(double[][] derivatives, int[] free) {
    for (int j : free) {
      for (double entry : derivatives[j]) {
        if (!Double.isFinite(entry)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean flat(double[][] derivatives, int[] free, double[] residuals) {
    double size = length(residuals);
    for (int j : free) {
      double slope = Math.abs(dot(derivatives[j], residuals));
      if (slope > FLAT * size * length(derivatives[j])) {
        return false;
      }
    }
    return true;
  }

  private static boolean still(double[] point, double[] next) {
    for (int j = 0; j < point.length; j++) {
      if (Math.abs(next[j] - point[j]) > STILL * Math.abs(point[j])) {
        return false;
      }
    }
    return true;
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static double length(double[] vector) {
    return StrictMath.sqrt(dot(vector, vector));
  }

  /** The steps from one point, one for each damping, from one decomposition of the derivatives. */
  private static final class DampedSteps {
    private final RealMatrix triangle;
    private final RealVector turned;
    private final double[] scale;

    DampedSteps(double[][] derivatives, int[] free, double[] residuals, double[] largest) {
      int p = free.length;
      this.scale = new double[p];
      // what is turned along with the columns stands behind them: the turns themselves, a matrix
      // as wide as there are observations, are not needed
      double[][] rows = new double[Math.max(residuals.length, p)][p + 1];
      for (int k = 0; k < p; k++) {
        scale[k] = largest[free[k]] == 0 ? 1 : largest[free[k]];
        for (int i = 0; i < residuals.length; i++) {
          rows[i][k] = derivatives[free[k]][i] / scale[k];
        }
      }
      for (int i = 0; i < residuals.length; i++) {
        rows[i][p] = residuals[i];
      }
      RealMatrix turns = new QRDecomposition(new Array2DRowRealMatrix(rows, false)).getR();
      this.triangle = turns.getSubMatrix(0, p - 1, 0, p - 1);
      this.turned = turns.getColumnVector(p).getSubVector(0, p);
    }

    double[] at(double damping) {
      int p = scale.length;
      RealMatrix stacked = new Array2DRowRealMatrix(2 * p, p);
      stacked.setSubMatrix(triangle.getData(), 0, 0);
      for (int k = 0; k < p; k++) {
        stacked.setEntry(p + k, k, StrictMath.sqrt(damping));
      }
      double[] step;
      try {
        step =
            new QRDecomposition(stacked)
                .getSolver()
                .solve(turned.append(new ArrayRealVector(p)))
                .toArray();
      } catch (SingularMatrixException flat) {
        // nothing moves the curve: the caller sees a step that stands still
        return new double[p];
      }
      for (int k = 0; k < p; k++) {
        step[k] /= scale[k];
      }
      return step;
    }

    /** By how much the linearised curve says that the sum of squares falls. */
    double predicted(double damping) {
      double[] step = at(damping);
      for (int k = 0; k < step.length; k++) {
        step[k] *= scale[k];
      }
      RealVector moved = triangle.operate(new ArrayRealVector(step, false));
      double left = turned.subtract(moved).getNorm();
      double before = turned.getNorm();
      return Math.max(before * before - left * left, Double.MIN_NORMAL);
    }
  }
}
