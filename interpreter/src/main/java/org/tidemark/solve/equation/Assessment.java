package org.tidemark.solve.equation;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * What a point is worth as a solution: residual, condition and errors, all by substituting back.
 */
final class Assessment {
  private static final double EPSILON = 0x1p-53;
  private static final double WORST = 0x1p53;

  private final double residual;
  private final double distance;
  private final Solution solution;

  private Assessment(double residual, double distance, Solution solution) {
    this.residual = residual;
    this.distance = distance;
    this.solution = solution;
  }

  /** The largest difference of the sides relative to their terms. */
  double residual() {
    return residual;
  }

  /** How far a Newton step would still go, relative to the unknowns; infinite where singular. */
  double distance() {
    return distance;
  }

  Solution solution() {
    return solution;
  }

  /** Null where the equations are not defined at the point or next to it. */
  static Assessment of(Equations equations, double[] point) {
    double[] difference = equations.differences(point);
    if (difference == null) {
      return null;
    }
    Box box = equations.box();
    double[][] jacobian;
    try {
      jacobian =
          new Differentiation(x -> defined(equations.differences(x)), box).jacobian(point).values();
    } catch (ArithmeticException edge) {
      return null;
    }
    int n = point.length;
    double[] typical = new double[n];
    for (int j = 0; j < n; j++) {
      typical[j] = Math.max(Math.abs(point[j]), 1e-8 * box.width(j));
    }
    double[] size = equations.sizes(point);
    double[] noise = noise(equations, point, difference);
    double residual = 0;
    double[][] scaled = new double[n][n];
    double[] shift = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        size[i] += Math.abs(jacobian[i][j]) * typical[j];
      }
      // terms inside a side that cancel show in how it wavers between neighbouring numbers
      size[i] = Math.max(size[i], noise[i] / (2 * EPSILON));
      double rounding = size[i] > 0 ? size[i] : Double.MIN_NORMAL;
      shift[i] = difference[i] / rounding;
      residual = Math.max(residual, Math.abs(shift[i]));
      for (int j = 0; j < n; j++) {
        scaled[i][j] = jacobian[i][j] * typical[j] / rounding;
      }
    }
    return judged(point, typical, scaled, shift, residual);
  }

  private static Assessment judged(
      double[] point, double[] typical, double[][] scaled, double[] shift, double residual) {
    int n = point.length;
    SingularValueDecomposition decomposition =
        new SingularValueDecomposition(new Array2DRowRealMatrix(scaled, false));
    double[] singular = decomposition.getSingularValues();
    double[] errors = new double[n];
    if (!(singular[n - 1] > 1e-9 * singular[0])) {
      // told at second order only, so half the digits
      double half = StrictMath.sqrt(64 * EPSILON + residual);
      for (int j = 0; j < n; j++) {
        errors[j] = half * typical[j];
      }
      return new Assessment(
          residual, Double.POSITIVE_INFINITY, new Solution(point, errors, residual, WORST, true));
    }
    RealMatrix inverse = decomposition.getSolver().getInverse();
    double[] step = inverse.operate(shift);
    double condition = 0;
    double distance = 0;
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += Math.abs(inverse.getEntry(j, i));
      }
      condition = Math.max(condition, sum);
      distance = Math.max(distance, Math.abs(step[j]));
      errors[j] = (4 * EPSILON * sum + Math.abs(step[j]) + EPSILON) * typical[j];
    }
    return new Assessment(
        residual,
        distance,
        new Solution(point, errors, residual, Math.min(condition, WORST), false));
  }

  /** How much each difference wavers within an ulp or two of the point. */
  private static double[] noise(Equations equations, double[] point, double[] difference) {
    double[] low = difference.clone();
    double[] high = difference.clone();
    for (int k = -3; k <= 3; k++) {
      double[] beside = new double[point.length];
      for (int j = 0; j < point.length; j++) {
        int steps = (j & 1) == 0 ? k : (k * 2) % 3;
        beside[j] = equations.box().clamp(j, point[j] + steps * Math.ulp(point[j]));
      }
      double[] there = equations.differences(beside);
      for (int i = 0; there != null && i < there.length; i++) {
        low[i] = Math.min(low[i], there[i]);
        high[i] = Math.max(high[i], there[i]);
      }
    }
    for (int i = 0; i < low.length; i++) {
      low[i] = (high[i] - low[i]) / 7;
    }
    return low;
  }

  static double[] defined(double[] values) {
    if (values == null) {
      throw new ArithmeticException("not defined");
    }
    return values;
  }
}
