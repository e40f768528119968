package org.tidemark.solve.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.solve.equation.Differentiation;

/**
 * How well a point meets the conditions of Karush, Kuhn and Tucker: the objective's slopes must be
 * a sum of those of the constraints and bounds that bind, with multipliers of the right sign
 * (Nocedal and Wright, 2006, Numerical Optimization, theorem 12.1).
 */
final class Conditions {
  /** From this slack on, relative to how far a constraint reaches over the box, it binds. */
  private static final double BINDING = 1e-7;

  private final Posed posed;
  private final double[] y;
  private final double[] values;
  private final double[][] slopes;
  private final double[] multipliers;
  private final double[] boundMultipliers;
  private final double stationarity;
  private final double violation;

  private Conditions(
      Posed posed,
      double[] y,
      double[] values,
      double[][] slopes,
      double[] multipliers,
      double[] boundMultipliers,
      double stationarity,
      double violation) {
    this.posed = posed;
    this.y = y;
    this.values = values;
    this.slopes = slopes;
    this.multipliers = multipliers;
    this.boundMultipliers = boundMultipliers;
    this.stationarity = stationarity;
    this.violation = violation;
  }

  /** Null where there are no values at the point or around it. */
  static Conditions at(Posed posed, double[] y) {
    double[] values = posed.at(y);
    if (values == null) {
      return null;
    }
    double[][] slopes;
    try {
      slopes = new Differentiation(posed.all(), posed.box()).jacobian(y).values();
    } catch (ArithmeticException edge) {
      return null;
    }
    int n = y.length;
    int m = posed.constraints();
    double[] reach = posed.sizes(y);
    double violation = 0;
    List<double[]> columns = new ArrayList<>();
    List<int[]> meaning = new ArrayList<>();
    for (int i = 0; i < m; i++) {
      double slack = values[i + 1];
      for (int j = 0; j < n; j++) {
        reach[i] += Math.abs(slopes[i + 1][j]);
      }
      double breach = posed.isEquality(i) ? Math.abs(slack) : Math.max(0, -slack);
      violation = Math.max(violation, breach == 0 ? 0 : breach / reach[i]);
      if (posed.isEquality(i) || slack <= BINDING * reach[i]) {
        columns.add(slopes[i + 1]);
        meaning.add(new int[] {i, 1});
      }
      if (posed.isEquality(i)) {
        columns.add(Arrays.stream(slopes[i + 1]).map(s -> -s).toArray());
        meaning.add(new int[] {i, -1});
      }
    }
    for (int j = 0; j < n; j++) {
      if (y[j] <= posed.box().lower(j)) {
        columns.add(unit(n, j, 1));
        meaning.add(new int[] {m + j, 1});
      }
      if (y[j] >= posed.box().upper(j)) {
        columns.add(unit(n, j, -1));
        meaning.add(new int[] {m + j, -1});
      }
    }
    double[] u = NonNegativeLeastSquares.solve(columns.toArray(double[][]::new), slopes[0]);
    double[] multipliers = new double[m];
    double[] boundMultipliers = new double[n];
    double[] unheld = slopes[0].clone();
    for (int k = 0; k < u.length; k++) {
      int[] what = meaning.get(k);
      double[] into = what[0] < m ? multipliers : boundMultipliers;
      into[what[0] < m ? what[0] : what[0] - m] += what[1] * u[k];
      for (int j = 0; j < n; j++) {
        unheld[j] -= u[k] * columns.get(k)[j];
      }
    }
    double stationarity = Arrays.stream(unheld).map(Math::abs).max().orElse(0);
    return new Conditions(
        posed, y, values, slopes, multipliers, boundMultipliers, stationarity, violation);
  }

  private static double[] unit(int n, int j, double value) {
    double[] unit = new double[n];
    unit[j] = value;
    return unit;
  }

  double[] y() {
    return y;
  }

  /** The objective, to be made small. */
  double objective() {
    return values[0];
  }

  /** The slack of constraint i. */
  double slack(int i) {
    return values[i + 1];
  }

  /** The slopes of the objective, then of each slack. */
  double[][] slopes() {
    return slopes;
  }

  double multiplier(int i) {
    return multipliers[i];
  }

  double boundMultiplier(int j) {
    return boundMultipliers[j];
  }

  /** The largest slope that nothing holds, over the length of the box. */
  double stationarity() {
    return stationarity;
  }

  /** The largest breach of a constraint relative to its terms and reach. */
  double violation() {
    return violation;
  }

  Map<String, Double> shadowPrices() {
    Map<String, Double> prices = new LinkedHashMap<>();
    for (int i = 0; i < multipliers.length; i++) {
      double direction = posed.constraint(i).relation() == Constraint.Relation.AT_MOST ? -1 : 1;
      double price = posed.sign() * direction * multipliers[i];
      prices.put(posed.constraint(i).name(), price == 0 ? 0.0 : price);
    }
    return prices;
  }
}
