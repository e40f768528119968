package org.tidemark.solve.equation;

import java.util.Arrays;

/**
 * Derivatives by differences, with their errors.
 *
 * <p>Ridders' method: central differences over steps that shrink by a factor, extrapolated to the
 * step of zero, stopped where rounding takes over (C. J. F. Ridders, 1982, "Accurate computation of
 * F'(x) and F'(x)F''(x)", Advances in Engineering Software 4, 75-76). Next to a bound, differences
 * to one side, extrapolated likewise.
 */
public final class Differentiation {
  private static final int STEPS = 12;
  private static final double SHRINK = 1.6;
  private static final double EPSILON = 0x1p-53;

  private final VectorFunction function;
  private final Box box;

  /** Of a function over a box; it is not asked outside. */
  public Differentiation(VectorFunction function, Box box) {
    this.function = function;
    this.box = box;
  }

  /**
   * First derivatives.
   *
   * @param values one row for each value of the function, one column for each unknown
   * @param errors estimates of their absolute errors
   */
  public record Jacobian(double[][] values, double[][] errors) {}

  /**
   * All first derivatives at a point of the box.
   *
   * @throws ArithmeticException where the function is undefined at the point or on both sides of it
   */
  public Jacobian jacobian(double[] point) {
    double[] here = function.whereDefined(point);
    if (here == null) {
      throw new ArithmeticException("not defined at " + Arrays.toString(point));
    }
    double[][] values = new double[here.length][point.length];
    double[][] errors = new double[here.length][point.length];
    for (int j = 0; j < point.length; j++) {
      double[][] column = column(point, j, here);
      for (int i = 0; i < here.length; i++) {
        values[i][j] = column[0][i];
        errors[i][j] = column[1][i];
      }
    }
    return new Jacobian(values, errors);
  }

  /** The derivatives along unknown j: values, then errors. */
  private double[][] column(double[] point, int j, double[] here) {
    double room = Math.min(point[j] - box.lower(j), box.upper(j) - point[j]);
    double wanted = 0.05 * box.typical(j, point[j]);
    if (!(box.width(j) > 0)) {
      return new double[2][here.length];
    }
    boolean central = room >= 1e-5 * wanted;
    if (central) {
      double[][] found = extrapolated(point, j, here, Math.min(wanted, room), 0);
      if (found != null) {
        return found;
      }
    }
    double side = box.upper(j) - point[j] >= point[j] - box.lower(j) ? 1 : -1;
    double length = side > 0 ? box.upper(j) - point[j] : point[j] - box.lower(j);
    double[][] found = extrapolated(point, j, here, Math.min(0.5 * wanted, length), side);
    if (found == null) {
      found = extrapolated(point, j, here, 1e-7 * Math.min(wanted, length), side);
    }
    if (found == null) {
      throw new ArithmeticException(
          "not defined next to " + Arrays.toString(point) + " along " + box.name(j));
    }
    return found;
  }

  private double[][] extrapolated(
      double[] point, int j, double[] here, double firstStep, double side) {
    double[] best = new double[here.length];
    double[] error = new double[here.length];
    Arrays.fill(error, Double.POSITIVE_INFINITY);
    double[][] previous = null;
    double step = firstStep;
    int rows = 0;
    for (int k = 0; k < STEPS; k++, step /= SHRINK) {
      double[] difference = difference(point, j, here, step, side);
      if (difference == null) {
        previous = null;
        rows = 0;
        step /= 4;
        continue;
      }
      double[][] row = new double[rows + 1][];
      row[0] = difference;
      double factor = 1;
      for (int m = 1; m <= rows; m++) {
        factor *= side == 0 ? SHRINK * SHRINK : SHRINK;
        row[m] = new double[here.length];
        for (int i = 0; i < here.length; i++) {
          row[m][i] = (factor * row[m - 1][i] - previous[m - 1][i]) / (factor - 1);
          double spread =
              Math.max(
                  Math.abs(row[m][i] - row[m - 1][i]), Math.abs(row[m][i] - previous[m - 1][i]));
          double noise = EPSILON * Math.abs(here[i]) / step;
          if (spread + noise < error[i]) {
            error[i] = spread + noise;
            best[i] = row[m][i];
          }
        }
      }
      previous = row;
      rows++;
    }
    for (double e : error) {
      if (!Double.isFinite(e)) {
        return null;
      }
    }
    return new double[][] {best, error};
  }

  /** The difference quotient; the step is the one the numbers really have between them. */
  private double[] difference(double[] point, int j, double[] here, double step, double side) {
    double[] up = point.clone();
    up[j] = box.clamp(j, side < 0 ? point[j] : point[j] + step);
    double[] down = point.clone();
    down[j] = box.clamp(j, side > 0 ? point[j] : point[j] - step);
    double gap = up[j] - down[j];
    if (!(gap > 0)) {
      return null;
    }
    double[] above = side < 0 ? here : function.whereDefined(up);
    double[] below = side > 0 ? here : function.whereDefined(down);
    if (above == null || below == null) {
      return null;
    }
    double[] quotient = new double[here.length];
    for (int i = 0; i < here.length; i++) {
      quotient[i] = (above[i] - below[i]) / gap;
      if (!Double.isFinite(quotient[i])) {
        return null;
      }
    }
    return quotient;
  }

  /**
   * First derivatives good enough to steer an iteration: one central difference each, to one side
   * at a bound. Null where the function is undefined around the point.
   */
  public double[][] steering(double[] point, double[] here) {
    double[][] jacobian = new double[here.length][point.length];
    for (int j = 0; j < point.length; j++) {
      if (!(box.width(j) > 0)) {
        continue;
      }
      double step = 6e-6 * box.typical(j, point[j]);
      double[] quotient = difference(point, j, here, step, 0);
      if (quotient == null) {
        quotient = difference(point, j, here, 0.01 * step, 1);
      }
      if (quotient == null) {
        quotient = difference(point, j, here, 0.01 * step, -1);
      }
      if (quotient == null) {
        return null;
      }
      for (int i = 0; i < here.length; i++) {
        jacobian[i][j] = quotient[i];
      }
    }
    return jacobian;
  }
}
