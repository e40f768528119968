package org.tidemark.solve.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.tidemark.solve.equation.Box;
import org.tidemark.solve.equation.StartingPoints;

/**
 * Which parts of a programme are affine, or quadratic, told by their values: the coefficients from
 * as many points as they need, and then verified at others all over the box.
 */
final class PolynomialForm {
  /** Terms may differ by rounding, and by no more. */
  private static final double ROUNDING = 1e-11;

  /** How far an unknown without bounds is moved to see its effect. */
  private static final double FAR = 16;

  private final Posed posed;
  private final double[] reach;
  private final List<double[]> checks;
  private double[] constants;
  private double[][] slopes;
  private boolean[] affine;

  private PolynomialForm(Posed posed) {
    this.posed = posed;
    Box box = posed.box();
    reach = new double[box.size()];
    double[] lower = new double[box.size()];
    double[] upper = new double[box.size()];
    for (int j = 0; j < reach.length; j++) {
      reach[j] = box.upper(j) > 0 ? Math.min(1, box.upper(j)) : Math.max(-1, box.lower(j));
      lower[j] = Math.max(box.lower(j), -FAR);
      upper[j] = Math.min(box.upper(j), FAR);
    }
    checks = StartingPoints.in(new Box(box.names(), lower, upper), 0, 2 * reach.length + 8);
  }

  /** Null where a value is missing at one of the points, which an affine function would have. */
  static PolynomialForm of(Posed posed) {
    PolynomialForm form = new PolynomialForm(posed);
    return form.probe() && form.verify() ? form : null;
  }

  private boolean probe() {
    int n = reach.length;
    constants = posed.at(new double[n]);
    if (constants == null) {
      return false;
    }
    slopes = new double[constants.length][n];
    for (int j = 0; j < n; j++) {
      if (reach[j] == 0) {
        continue;
      }
      double[] there = posed.at(unit(j, reach[j]));
      if (there == null) {
        return false;
      }
      for (int i = 0; i < there.length; i++) {
        slopes[i][j] = (there[i] - constants[i]) / reach[j];
      }
    }
    return true;
  }

  private boolean verify() {
    affine = new boolean[constants.length];
    Arrays.fill(affine, true);
    for (double[] y : checks) {
      double[] there = posed.at(y);
      if (there == null) {
        return false;
      }
      for (int i = 0; i < there.length; i++) {
        affine[i] &= near(there[i], constants[i], slopes[i], y, null);
      }
    }
    return true;
  }

  private static boolean near(
      double value, double constant, double[] slopes, double[] y, double[][] bends) {
    double sum = constant;
    double size = Math.abs(constant);
    for (int j = 0; j < y.length; j++) {
      sum += slopes[j] * y[j];
      size += Math.abs(slopes[j] * y[j]);
      for (int k = 0; bends != null && k < y.length; k++) {
        double term = 0.5 * bends[j][k] * y[j] * y[k];
        sum += term;
        size += Math.abs(term);
      }
    }
    return Math.abs(value - sum) <= ROUNDING * size;
  }

  boolean isLinear() {
    return affine[0] && constraintsAffine();
  }

  boolean constraintsAffine() {
    for (int i = 1; i < affine.length; i++) {
      if (!affine[i]) {
        return false;
      }
    }
    return true;
  }

  double[] objectiveSlopes() {
    return slopes[0].clone();
  }

  /** The objective at the origin of the unit box. */
  double constant() {
    return constants[0];
  }

  /** The affine constraints as conditions on a point of the unit box. */
  List<Polyhedron.Row> rows() {
    List<Polyhedron.Row> rows = new ArrayList<>();
    for (int i = 1; i < constants.length; i++) {
      rows.add(new Polyhedron.Row(slopes[i], -constants[i], posed.isEquality(i - 1)));
    }
    return rows;
  }

  /** A quadratic objective: slopes at the origin and second derivatives. */
  record Quadratic(double[] slopes, double[][] bends, double smallest, double largest) {
    /** Whether it is convex, to rounding. */
    boolean isConvex() {
      return smallest >= -1e-10 * largest;
    }

    /** Whether it is so strictly. */
    boolean isStrict() {
      return smallest > 1e-9 * largest;
    }
  }

  /** The objective's coefficients, null where it is no quadratic function. */
  Quadratic quadratic() {
    int n = reach.length;
    double[][] bends = new double[n][n];
    double[] linear = new double[n];
    double[][] ends = new double[n][];
    for (int j = 0; j < n; j++) {
      ends[j] = posed.at(unit(j, reach[j]));
      double[] middle = posed.at(unit(j, 0.5 * reach[j]));
      if (middle == null || ends[j] == null) {
        return null;
      }
      if (reach[j] != 0) {
        bends[j][j] = 4 * (ends[j][0] - 2 * middle[0] + constants[0]) / (reach[j] * reach[j]);
        linear[j] = (4 * middle[0] - ends[j][0] - 3 * constants[0]) / reach[j];
      }
    }
    for (int j = 0; j < n; j++) {
      for (int k = 0; k < j; k++) {
        double[] both = unit(j, reach[j]);
        both[k] = reach[k];
        double[] corner = posed.at(both);
        if (corner == null) {
          return null;
        }
        if (reach[j] != 0 && reach[k] != 0) {
          double mixed = corner[0] - ends[j][0] - ends[k][0] + constants[0];
          bends[j][k] = mixed / (reach[j] * reach[k]);
          bends[k][j] = bends[j][k];
        }
      }
    }
    for (double[] y : checks) {
      double[] there = posed.at(y);
      if (there == null || !near(there[0], constants[0], linear, y, bends)) {
        return null;
      }
    }
    double[] eigenvalues =
        new EigenDecomposition(new Array2DRowRealMatrix(bends, false)).getRealEigenvalues();
    double smallest = Arrays.stream(eigenvalues).min().orElse(0);
    double largest = Arrays.stream(eigenvalues).map(Math::abs).max().orElse(0);
    return new Quadratic(linear, bends, smallest, largest);
  }

  private double[] unit(int j, double length) {
    double[] y = new double[reach.length];
    y[j] = length;
    return y;
  }
}
