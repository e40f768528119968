package org.tidemark.solve.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tidemark.solve.equation.Box;
import org.tidemark.solve.equation.Differentiation;

/**
 * A descent by sequential quadratic programming: a quadratic model of the Lagrangian with Powell's
 * damped BFGS update, affine models of the constraints, and a line search on the objective plus
 * weighted breaches (Nocedal and Wright, 2006, Numerical Optimization, section 18.4 and procedure
 * 18.2).
 */
final class SequentialQuadratic {
  private static final int LIMIT = 200;

  private final Posed posed;
  private final Box box;
  private final Differentiation differentiation;
  private double objectiveUnit;
  private double[] units;

  SequentialQuadratic(Posed posed) {
    this.posed = posed;
    this.box = posed.box();
    this.differentiation = new Differentiation(posed.all(), box);
  }

  /** Where a descent ended, and whether its steps had died out. */
  record End(double[] y, boolean settled) {}

  /** Null where the start has no values around it. */
  End from(double[] start) {
    double[] y = start.clone();
    double[] values = posed.at(y);
    double[][] slopes = values == null ? null : differentiation.steering(y, values);
    if (slopes == null) {
      return null;
    }
    scale(values, slopes);
    int n = y.length;
    double[][] bends = identity(n);
    double[] weights = new double[posed.constraints()];
    boolean fresh = true;
    for (int k = 0; k < LIMIT; k++) {
      QuadraticStep model = model(bends, values, slopes, y);
      if (model == null) {
        return new End(y, false);
      }
      double[] d = model.step();
      double length = 0;
      for (double part : d) {
        length = Math.max(length, Math.abs(part));
      }
      double breach = 0;
      for (int i = 0; i < weights.length; i++) {
        double multiplier = Math.abs(model.multipliers()[i]);
        weights[i] = Math.max(1.1 * multiplier, 0.5 * (weights[i] + multiplier));
        breach += weights[i] * breach(values, i);
      }
      if (length < 1e-11) {
        return new End(y, true);
      }
      double descent = -breach;
      for (int j = 0; j < n; j++) {
        descent += slopes[0][j] / objectiveUnit * d[j];
      }
      double here = merit(values, weights);
      double[] next = y;
      double[] there = null;
      double step = 1;
      for (; step > 1e-10; step *= 0.5) {
        next = moved(y, d, step);
        there = posed.at(next);
        if (there != null && merit(there, weights) <= here + 1e-4 * step * Math.min(descent, 0)) {
          break;
        }
        there = null;
      }
      double[][] slopesThere = there == null ? null : differentiation.steering(next, there);
      if (slopesThere == null) {
        if (fresh) {
          return new End(y, length < 1e-6);
        }
        bends = identity(n);
        fresh = true;
        continue;
      }
      update(bends, y, next, slopes, slopesThere, model.multipliers());
      boolean still = here - merit(there, weights) <= 1e-15 * Math.abs(here) && length < 1e-7;
      y = next;
      values = there;
      slopes = slopesThere;
      fresh = false;
      if (still) {
        return new End(y, true);
      }
    }
    return new End(y, false);
  }

  private void scale(double[] values, double[][] slopes) {
    units = new double[posed.constraints()];
    objectiveUnit = size(slopes[0], Math.abs(values[0]));
    for (int i = 0; i < units.length; i++) {
      units[i] = size(slopes[i + 1], Math.abs(values[i + 1]));
    }
  }

  private static double size(double[] slopes, double otherwise) {
    double size = 0;
    for (double slope : slopes) {
      size = Math.max(size, Math.abs(slope));
    }
    return size > 0 ? size : otherwise > 0 ? otherwise : 1;
  }

  private QuadraticStep model(double[][] bends, double[] values, double[][] slopes, double[] y) {
    int n = y.length;
    int m = units.length;
    List<Polyhedron.Row> rows = new ArrayList<>();
    for (int i = 0; i < m; i++) {
      rows.add(
          new Polyhedron.Row(
              scaled(slopes[i + 1], units[i]), -values[i + 1] / units[i], posed.isEquality(i)));
    }
    for (int j = 0; j < n; j++) {
      rows.add(bound(n, j, 1, box.lower(j) - y[j]));
      rows.add(bound(n, j, -1, y[j] - box.upper(j)));
    }
    double[] linear = scaled(slopes[0], objectiveUnit);
    QuadraticStep step = posed.aside(() -> QuadraticStep.solve(bends, linear, rows));
    return step != null || m == 0 ? step : relaxed(bends, linear, rows, m);
  }

  /** Where the models of the constraints clash: one more unknown, that eases them at a price. */
  private QuadraticStep relaxed(
      double[][] bends, double[] linear, List<Polyhedron.Row> rows, int m) {
    int n = linear.length;
    double[][] wider = new double[n + 1][n + 1];
    double[] slopes = new double[n + 1];
    for (int j = 0; j < n; j++) {
      System.arraycopy(bends[j], 0, wider[j], 0, n);
      slopes[j] = linear[j];
    }
    wider[n][n] = 1e4;
    slopes[n] = 1e2;
    List<Polyhedron.Row> eased = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Polyhedron.Row row = rows.get(i);
      double[] longer = Arrays.copyOf(row.slopes(), n + 1);
      longer[n] = i < m && (row.equality() || row.right() > 0) ? row.right() : 0;
      eased.add(new Polyhedron.Row(longer, row.right(), row.equality()));
    }
    eased.add(bound(n + 1, n, 1, 0));
    eased.add(bound(n + 1, n, -1, -1));
    QuadraticStep step = posed.aside(() -> QuadraticStep.solve(wider, slopes, eased));
    return step == null
        ? null
        : new QuadraticStep(Arrays.copyOf(step.step(), n), step.multipliers());
  }

  private static Polyhedron.Row bound(int n, int j, double slope, double right) {
    double[] slopes = new double[n];
    slopes[j] = slope;
    return new Polyhedron.Row(slopes, right, false);
  }

  private double breach(double[] values, int i) {
    double slack = values[i + 1] / units[i];
    return posed.isEquality(i) ? Math.abs(slack) : Math.max(0, -slack);
  }

  private double merit(double[] values, double[] weights) {
    double merit = values[0] / objectiveUnit;
    for (int i = 0; i < weights.length; i++) {
      merit += weights[i] * breach(values, i);
    }
    return merit;
  }

  private double[] moved(double[] y, double[] d, double step) {
    double[] to = new double[y.length];
    for (int j = 0; j < to.length; j++) {
      to[j] = box.clamp(j, y[j] + step * d[j]);
    }
    return to;
  }

  private void update(
      double[][] bends,
      double[] from,
      double[] to,
      double[][] before,
      double[][] after,
      double[] multipliers) {
    int n = from.length;
    double[] s = new double[n];
    double[] q = new double[n];
    double[] bs = new double[n];
    for (int j = 0; j < n; j++) {
      s[j] = to[j] - from[j];
      q[j] = (after[0][j] - before[0][j]) / objectiveUnit;
      for (int i = 0; i < units.length; i++) {
        q[j] -= multipliers[i] * (after[i + 1][j] - before[i + 1][j]) / units[i];
      }
    }
    for (int j = 0; j < n; j++) {
      bs[j] = NonNegativeLeastSquares.dot(bends[j], s);
    }
    double sbs = NonNegativeLeastSquares.dot(s, bs);
    double sq = NonNegativeLeastSquares.dot(s, q);
    if (!(sbs > 1e-300)) {
      return;
    }
    double theta = sq >= 0.2 * sbs ? 1 : 0.8 * sbs / (sbs - sq);
    double sr = theta * sq + (1 - theta) * sbs;
    for (int j = 0; j < n; j++) {
      q[j] = theta * q[j] + (1 - theta) * bs[j];
    }
    for (int j = 0; j < n; j++) {
      for (int k = 0; k < n; k++) {
        bends[j][k] += q[j] * q[k] / sr - bs[j] * bs[k] / sbs;
      }
    }
    for (int j = 0; j < n; j++) {
      for (int k = 0; k < j; k++) {
        double mean = 0.5 * (bends[j][k] + bends[k][j]);
        bends[j][k] = mean;
        bends[k][j] = mean;
      }
    }
  }

  private static double[] scaled(double[] values, double unit) {
    return Arrays.stream(values).map(v -> v / unit).toArray();
  }

  private static double[][] identity(int n) {
    double[][] identity = new double[n][n];
    for (int j = 0; j < n; j++) {
      identity[j][j] = 1;
    }
    return identity;
  }
}
