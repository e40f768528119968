package org.tidemark.solve.optimum;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.tidemark.solve.equation.Differentiation;

/**
 * Newton's method on the conditions of an optimum, with what binds as equations: brings a point
 * that is nearly optimal to what the accuracy of the slopes allows. Second derivatives are
 * differences of slopes; they steer only.
 */
final class NewtonPolish {
  private static final int STEPS = 6;
  private static final double APART = 1e-4;

  private final Posed posed;
  private final Differentiation differentiation;

  NewtonPolish(Posed posed) {
    this.posed = posed;
    this.differentiation = new Differentiation(posed.all(), posed.box());
  }

  /** The best of the points passed; null where the start has no slopes. */
  Conditions from(double[] start) {
    Conditions best = Conditions.at(posed, snapped(start));
    if (best == null) {
      return null;
    }
    for (int k = 0; k < STEPS; k++) {
      double[] next = step(best);
      Conditions there = next == null ? null : Conditions.at(posed, next);
      if (there == null || !better(there, best)) {
        return best;
      }
      best = there;
    }
    return best;
  }

  /** What is a hair from a bound is at it. */
  private double[] snapped(double[] y) {
    double[] to = y.clone();
    for (int j = 0; j < y.length; j++) {
      if (y[j] - posed.box().lower(j) < 1e-9) {
        to[j] = posed.box().lower(j);
      } else if (posed.box().upper(j) - y[j] < 1e-9) {
        to[j] = posed.box().upper(j);
      }
    }
    return posed.at(to) == null ? y : to;
  }

  private static boolean better(Conditions a, Conditions b) {
    double scale = 0;
    for (double slope : b.slopes()[0]) {
      scale = Math.max(scale, Math.abs(slope));
    }
    for (int i = 0; i < b.slopes().length - 1; i++) {
      for (double slope : b.slopes()[i + 1]) {
        scale = Math.max(scale, Math.abs(b.multiplier(i) * slope));
      }
    }
    double unit = scale > 0 ? scale : 1;
    double merit = a.stationarity() / unit + a.violation();
    return merit < b.stationarity() / unit + b.violation();
  }

  private double[] step(Conditions at) {
    int n = posed.unknowns();
    List<Integer> free = new ArrayList<>();
    for (int j = 0; j < n; j++) {
      if (at.boundMultiplier(j) == 0 && posed.box().width(j) > 0) {
        free.add(j);
      }
    }
    List<Integer> tight = new ArrayList<>();
    for (int i = 0; i < posed.constraints(); i++) {
      if (posed.isEquality(i) || at.multiplier(i) > 0) {
        tight.add(i);
      }
    }
    double[][] bends = bends(at, free);
    if (bends == null || free.isEmpty()) {
      return null;
    }
    int size = free.size() + tight.size();
    double[][] matrix = new double[size][size];
    double[] right = new double[size];
    for (int j = 0; j < free.size(); j++) {
      System.arraycopy(bends[j], 0, matrix[j], 0, free.size());
      right[j] = -at.slopes()[0][free.get(j)];
    }
    for (int k = 0; k < tight.size(); k++) {
      double[] slopes = at.slopes()[tight.get(k) + 1];
      double largest = Double.MIN_NORMAL;
      for (double slope : slopes) {
        largest = Math.max(largest, Math.abs(slope));
      }
      for (int j = 0; j < free.size(); j++) {
        double slope = slopes[free.get(j)];
        matrix[free.size() + k][j] = slope / largest;
        matrix[j][free.size() + k] = -slope / largest;
        right[j] += at.multiplier(tight.get(k)) * slope;
      }
      right[free.size() + k] = -at.slack(tight.get(k)) / largest;
    }
    double[] solved =
        new SingularValueDecomposition(new Array2DRowRealMatrix(matrix, false))
            .getSolver()
            .solve(new ArrayRealVector(right, false))
            .toArray();
    double[] to = at.y().clone();
    for (int j = 0; j < free.size(); j++) {
      if (!(Math.abs(solved[j]) <= APART)) {
        return null;
      }
      to[free.get(j)] = posed.box().clamp(free.get(j), to[free.get(j)] + solved[j]);
    }
    return to;
  }

  /** Second derivatives of the Lagrangian along the free unknowns. */
  private double[][] bends(Conditions at, List<Integer> free) {
    int n = free.size();
    double[][] bends = new double[n][n];
    for (int j = 0; j < n; j++) {
      double[][] ends = new double[2][];
      double[] places = new double[2];
      for (int side = 0; side < 2; side++) {
        double[] there = at.y().clone();
        double step = side == 0 ? 1e-4 : -1e-4;
        there[free.get(j)] = posed.box().clamp(free.get(j), there[free.get(j)] + step);
        places[side] = there[free.get(j)];
        ends[side] = lagrangianSlopes(at, there);
        if (ends[side] == null) {
          return null;
        }
      }
      for (int k = 0; k < n; k++) {
        double bend = (ends[0][free.get(k)] - ends[1][free.get(k)]) / (places[0] - places[1]);
        bends[j][k] += 0.5 * bend;
        bends[k][j] += 0.5 * bend;
      }
    }
    return bends;
  }

  private double[] lagrangianSlopes(Conditions at, double[] there) {
    double[] values = posed.at(there);
    double[][] slopes = values == null ? null : differentiation.steering(there, values);
    if (slopes == null) {
      return null;
    }
    double[] sum = slopes[0].clone();
    for (int i = 0; i < posed.constraints(); i++) {
      for (int j = 0; j < sum.length; j++) {
        sum[j] -= at.multiplier(i) * slopes[i + 1][j];
      }
    }
    return sum;
  }
}
