package org.tidemark.solve.fit;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * A curve with its linear parameters solved for: what is left to search are the nonlinear ones
 * (variable projection; Golub and Pereyra, 1973). Far fewer ways lead astray there.
 */
final class SeparableCurve implements Curve {
  private final Curve curve;
  private final double[] response;
  private final double[] base;
  private final int[] linear;
  private final int[] nonlinear;

  private SeparableCurve(Curve curve, double[] response, double[] base, int[] linear) {
    this.curve = curve;
    this.response = response;
    this.base = base;
    this.linear = linear;
    this.nonlinear = new int[base.length - linear.length];
    int next = 0;
    for (int j = 0; j < base.length; j++) {
      int parameter = j;
      if (java.util.Arrays.stream(linear).noneMatch(k -> k == parameter)) {
        nonlinear[next++] = j;
      }
    }
  }

  /**
   * The curve with those parameters solved for that it is jointly linear in, as far as values at
   * three points tell; null where there are none or nothing else is left.
   */
  static SeparableCurve of(Objective objective, List<Start> starts, double[] at) {
    List<Integer> linear = new ArrayList<>();
    for (int j = 0; j < at.length; j++) {
      if (starts.get(j).bounded()) {
        continue;
      }
      linear.add(j);
      if (!linearIn(objective, at, linear)) {
        linear.remove(linear.size() - 1);
      }
    }
    if (linear.isEmpty() || linear.size() == at.length) {
      return null;
    }
    int[] chosen = linear.stream().mapToInt(Integer::intValue).toArray();
    return new SeparableCurve(objective.curve(), objective.response(), at, chosen);
  }

  /** Whether f(b + 2d) - f(b + d) is f(b + d) - f(b) for a move of all of them. */
  private static boolean linearIn(Objective objective, double[] at, List<Integer> parameters) {
    double[] once = at.clone();
    double[] twice = at.clone();
    double share = 0.37;
    for (int j : parameters) {
      double move = share * (at[j] == 0 ? 1 : at[j]);
      share += 0.21;
      once[j] += move;
      twice[j] += 2 * move;
    }
    double[] none = objective.residuals(at);
    double[] first = objective.residuals(once);
    double[] second = objective.residuals(twice);
    for (int i = 0; i < none.length; i++) {
      double size = Math.abs(none[i]) + Math.abs(first[i]) + Math.abs(second[i]);
      double size2 = size + Math.abs(objective.response()[i]);
      if (!(Math.abs(second[i] - 2 * first[i] + none[i]) <= 1e-12 * size2)) {
        return false;
      }
    }
    return true;
  }

  /** The starts of the parameters that are left. */
  List<Start> starts(List<Start> all) {
    List<Start> left = new ArrayList<>();
    for (int j : nonlinear) {
      left.add(all.get(j));
    }
    return left;
  }

  /** The values of the parameters that are left. */
  double[] reduced(double[] all) {
    double[] left = new double[nonlinear.length];
    for (int k = 0; k < left.length; k++) {
      left[k] = all[nonlinear[k]];
    }
    return left;
  }

  @Override
  public void predict(double[] parameters, double[] predictions) {
    curve.predict(complete(parameters), predictions);
  }

  /** All parameters, the linear ones at their best for the others. */
  double[] complete(double[] parameters) {
    int n = response.length;
    double[] all = base.clone();
    for (int k = 0; k < nonlinear.length; k++) {
      all[nonlinear[k]] = parameters[k];
    }
    for (int j : linear) {
      all[j] = 0;
    }
    double[] ground = new double[n];
    curve.predict(all, ground);
    double[][] rows = new double[n][linear.length];
    double[] lengths = new double[linear.length];
    for (int k = 0; k < linear.length; k++) {
      double[] unit = all.clone();
      unit[linear[k]] = 1;
      double[] column = new double[n];
      curve.predict(unit, column);
      for (int i = 0; i < n; i++) {
        rows[i][k] = column[i] - ground[i];
        lengths[k] = StrictMath.hypot(lengths[k], rows[i][k]);
      }
    }
    double[] target = new double[n];
    for (int i = 0; i < n; i++) {
      target[i] = response[i] - ground[i];
    }
    double[] solved = solve(rows, lengths, target);
    for (int k = 0; k < linear.length; k++) {
      all[linear[k]] = solved == null ? Double.NaN : solved[k];
    }
    return all;
  }

  /** The shortest solution, columns at length 1; null where a column is not finite. */
  private static double[] solve(double[][] rows, double[] lengths, double[] target) {
    for (int k = 0; k < lengths.length; k++) {
      if (!Double.isFinite(lengths[k])) {
        return null;
      }
      for (double[] row : rows) {
        row[k] = lengths[k] == 0 ? 0 : row[k] / lengths[k];
      }
    }
    for (double entry : target) {
      if (!Double.isFinite(entry)) {
        return null;
      }
    }
    double[] solved =
        new SingularValueDecomposition(new Array2DRowRealMatrix(rows, false))
            .getSolver()
            .solve(new ArrayRealVector(target, false))
            .toArray();
    for (int k = 0; k < solved.length; k++) {
      solved[k] = lengths[k] == 0 ? 0 : solved[k] / lengths[k];
    }
    return solved;
  }
}
