package org.tidemark.solve.game;

/**
 * Taylor coefficients of a linear game in the distance from a point, in a given regime. With the
 * interior firms' H = sum w/a and n = sum w, the capped firms' K = sum w k, and R = sum w r V/a,
 *
 * <pre>
 *   H Q^2 - (n - 1) Q - (R + K) = 0,   the root that is positive;
 *   V' = a - 2 Q + (Q^2 - r V)/a   inside,   (a k - r V)/Q - k   at capacity,   -r V/Q   shut down;
 *   T' = 1/Q,   C' = Q/2 - r C/Q.
 * </pre>
 *
 * <p>The recurrences follow by comparing coefficients (Jorba and Zou, Experimental Mathematics 14,
 * 2005). Coefficient j counts in {@code unit^-j}, which keeps all of them within range.
 */
final class LinearSeries {
  /** Where rounding is reached at a fifth of the radius of convergence. */
  static final int ORDER = 24;

  private static final double PRECISION = 0x1p-57;

  /** Below this share of a^2/(b r) a value counts as nothing. */
  private static final double TINY = 1e-200;

  private final ScaledFirms firms;
  private final Activity[] regime;
  private final double unit;
  private final int groups;
  private final int terms;

  /** Whether consumer surplus is followed too. */
  private final boolean surplus;

  /** Rows of coefficients: values, time, consumer surplus. */
  private final double[] rows;

  private final double[] output;
  private final double[] square;
  private final double[] inverse;

  LinearSeries(
      ScaledFirms firms,
      Activity[] regime,
      double[] state,
      double unit,
      int order,
      boolean surplus) {
    this.firms = firms;
    this.regime = regime;
    this.unit = unit;
    this.groups = firms.count();
    this.terms = order + 1;
    this.surplus = surplus;
    this.rows = new double[(groups + 2) * terms];
    this.output = new double[terms];
    this.square = new double[terms];
    this.inverse = new double[terms];
    for (int row = 0; row < groups + 2; row++) {
      rows[row * terms] = state[row];
    }
    expand();
  }

  double unit() {
    return unit;
  }

  /** Aggregate output at the point. */
  double output() {
    return output[0];
  }

  private void expand() {
    double curvature = 0;
    double drop = -1;
    double capped = 0;
    double[] pull = new double[groups];
    for (int i = 0; i < groups; i++) {
      if (regime[i] == Activity.INTERIOR) {
        curvature += firms.size(i) / firms.margin(i);
        drop += firms.size(i);
        pull[i] = firms.size(i) * firms.rate(i) / firms.margin(i);
      } else if (regime[i] == Activity.AT_CAPACITY) {
        capped += firms.size(i) * firms.capacity(i);
      }
    }
    if (drop < 0) {
      output[0] = capped;
      square[0] = capped * capped;
      inverse[0] = 1 / capped;
      for (int k = 0; k + 1 < terms; k++) {
        advance(k);
      }
      return;
    }
    double right = right(pull, 0) + capped;
    double root = StrictMath.sqrt(drop * drop + 4 * curvature * right);
    output[0] = (drop + root) / (2 * curvature);
    square[0] = output[0] * output[0];
    inverse[0] = 1 / output[0];
    double perRoot = 1 / root;
    advance(0);
    for (int k = 1; k < terms; k++) {
      double inner = inner(output, output, k);
      output[k] = (right(pull, k) - curvature * inner) * perRoot;
      square[k] = inner + 2 * output[0] * output[k];
      inverse[k] = -(inner(output, inverse, k) + output[k] * inverse[0]) * inverse[0];
      if (k + 1 < terms) {
        advance(k);
      }
    }
  }

  private double right(double[] pull, int k) {
    double sum = 0;
    for (int i = 0; i < groups; i++) {
      sum += pull[i] * rows[i * terms + k];
    }
    return sum;
  }

  /** The terms of a product's coefficient k that have neither factor's first coefficient. */
  private static double inner(double[] one, double[] other, int k) {
    double sum = 0;
    for (int j = 1; j < k; j++) {
      sum += one[j] * other[k - j];
    }
    return sum;
  }

  /** Coefficients k + 1 of what is integrated, from coefficients k of its slopes. */
  private void advance(int k) {
    double share = unit / (k + 1);
    for (int i = 0; i < groups; i++) {
      int row = i * terms;
      double a = firms.margin(i);
      double slope =
          switch (regime[i]) {
            case INTERIOR ->
                (square[k] - firms.rate(i) * rows[row + k]) / a - 2 * output[k] + (k == 0 ? a : 0);
            case AT_CAPACITY -> {
              double most = firms.capacity(i);
              double kept = a * most * inverse[k] - (k == 0 ? most : 0);
              yield kept - firms.rate(i) * overOutput(row, k);
            }
            case SHUT_DOWN -> rows[row] == 0 ? 0 : -firms.rate(i) * overOutput(row, k);
          };
      rows[row + k + 1] = share * slope;
    }
    int time = groups * terms;
    rows[time + k + 1] = share * inverse[k];
    if (surplus) {
      int row = time + terms;
      rows[row + k + 1] = share * (output[k] / 2 - overOutput(row, k));
    }
  }

  /** Coefficient k of a row's series over output. */
  private double overOutput(int row, int k) {
    double sum = 0;
    for (int j = 0; j <= k; j++) {
      sum += rows[row + j] * inverse[k - j];
    }
    return sum;
  }

  /**
   * How far the series may be used, in its unit: where its last terms no longer matter. Not a
   * number where terms left the range of a double.
   */
  double reach() {
    return Math.min(reach(terms - 1), reach(terms - 2));
  }

  private double reach(int k) {
    double ratio = Math.abs(output[k]) / output[0];
    for (int i = 0; i < groups + 2; i++) {
      int row = i * terms;
      double size = Math.max(TINY, Math.max(Math.abs(rows[row]), Math.abs(rows[row + 1])));
      double last = Math.abs(rows[row + k]);
      if (last > 0) {
        ratio = Math.max(ratio, last / size);
      }
      if (last != last) {
        return Double.NaN;
      }
    }
    return ratio == 0 ? Double.POSITIVE_INFINITY : StrictMath.pow(PRECISION / ratio, 1.0 / k);
  }

  /** The state at so many units. */
  void state(double at, double[] state) {
    for (int row = 0; row < groups + 2; row++) {
      state[row] = horner(row * terms, at);
    }
  }

  private double horner(int row, double at) {
    double sum = rows[row + terms - 1];
    for (int k = terms - 2; k >= 0; k--) {
      sum = sum * at + rows[row + k];
    }
    return sum;
  }

  /** The slopes of the state at so many units, of the series itself. */
  void slopes(double at, double[] slopes) {
    for (int row = 0; row < groups + 2; row++) {
      int base = row * terms;
      double sum = (terms - 1) * rows[base + terms - 1];
      for (int k = terms - 2; k >= 1; k--) {
        sum = sum * at + k * rows[base + k];
      }
      slopes[row] = sum / unit;
    }
  }

  /** The coefficients of what a firm of a group would like to make. */
  double[] wish(int group) {
    double[] wish = new double[terms];
    double a = firms.margin(group);
    double rate = firms.rate(group);
    for (int k = 0; k < terms; k++) {
      wish[k] = (rate * rows[group * terms + k] - square[k]) / a + output[k];
    }
    return wish;
  }

  /**
   * Whether what a firm would like to make stays on its side of a bound over the first {@code
   * reach} units, by a bound on all terms of its series.
   */
  boolean staysClear(int group, double reach, double below, double above) {
    double a = firms.margin(group);
    double rate = firms.rate(group);
    int row = group * terms;
    double spread = 0;
    for (int k = terms - 1; k >= 1; k--) {
      spread = (spread + Math.abs((rate * rows[row + k] - square[k]) / a + output[k])) * reach;
    }
    double start = (rate * rows[row] - square[0]) / a + output[0];
    return start - spread > below && start + spread < above;
  }
}
