package org.tidemark.solve.equation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * How a solution u of F(u, p) = 0 moves with the parameters p: du/dp = -(dF/du)^-1 dF/dp, by the
 * implicit function theorem.
 */
public final class ImplicitDerivatives {
  private final double[][] values;
  private final double[][] errors;

  private ImplicitDerivatives(double[][] values, double[][] errors) {
    this.values = values;
    this.errors = errors;
  }

  /** The derivative of unknown j with respect to parameter k. */
  public double value(int j, int k) {
    return values[j][k];
  }

  /** An estimate of its absolute error. */
  public double error(int j, int k) {
    return errors[j][k];
  }

  /**
   * From the Jacobians themselves, as exact as they are.
   *
   * @param byUnknown dF/du, square
   * @param byParameter dF/dp
   * @throws ArithmeticException where dF/du is singular, so that the solution need not move
   *     smoothly
   */
  public static ImplicitDerivatives of(double[][] byUnknown, double[][] byParameter) {
    return of(
        new Differentiation.Jacobian(byUnknown, new double[byUnknown.length][byUnknown.length]),
        new Differentiation.Jacobian(
            byParameter, new double[byParameter.length][byParameter[0].length]));
  }

  /**
   * By differencing the equations at a solution, with error control.
   *
   * @param equations F(u, p) = 0, given u then p in one array
   * @param unknowns where the unknowns may go, so that nothing is asked outside
   * @param parameters where the parameters may go
   * @param solution u
   * @param at p
   * @throws ArithmeticException where dF/du is singular or F is not defined around the solution
   */
  public static ImplicitDerivatives of(
      VectorFunction equations, Box unknowns, Box parameters, double[] solution, double[] at) {
    int n = unknowns.size();
    double[] together = joined(solution, at);
    Differentiation.Jacobian all =
        new Differentiation(equations, joined(unknowns, parameters)).jacobian(together);
    return of(columns(all, 0, n), columns(all, n, together.length));
  }

  private static ImplicitDerivatives of(
      Differentiation.Jacobian byUnknown, Differentiation.Jacobian byParameter) {
    if (byUnknown.values().length == 0) {
      return new ImplicitDerivatives(new double[0][0], new double[0][0]);
    }
    RealMatrix inverse;
    double[][] balanced = byUnknown.values();
    double[] rows = new double[balanced.length];
    double[][] scaled = new double[balanced.length][];
    for (int i = 0; i < rows.length; i++) {
      for (double entry : balanced[i]) {
        rows[i] = Math.max(rows[i], Math.abs(entry));
      }
      double row = rows[i];
      scaled[i] = Arrays.stream(balanced[i]).map(e -> row > 0 ? e / row : 0).toArray();
    }
    try {
      inverse =
          new LUDecomposition(new Array2DRowRealMatrix(scaled, false), 1e-14)
              .getSolver()
              .getInverse();
    } catch (SingularMatrixException singular) {
      throw new ArithmeticException(
          "the equations do not tell the unknowns at first order here, so they have no derivative");
    }
    int n = rows.length;
    int m = byParameter.values()[0].length;
    double[][] values = new double[n][m];
    double[][] errors = new double[n][m];
    for (int k = 0; k < m; k++) {
      for (int j = 0; j < n; j++) {
        for (int i = 0; i < n; i++) {
          values[j][k] -= inverse.getEntry(j, i) * byParameter.values()[i][k] / rows[i];
        }
      }
      for (int j = 0; j < n; j++) {
        for (int i = 0; i < n; i++) {
          double off = byParameter.errors()[i][k];
          for (int l = 0; l < n; l++) {
            off += byUnknown.errors()[i][l] * Math.abs(values[l][k]);
          }
          errors[j][k] += Math.abs(inverse.getEntry(j, i)) * off / rows[i];
        }
      }
    }
    return new ImplicitDerivatives(values, errors);
  }

  private static Differentiation.Jacobian columns(Differentiation.Jacobian all, int from, int to) {
    double[][] values = new double[all.values().length][];
    double[][] errors = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      values[i] = Arrays.copyOfRange(all.values()[i], from, to);
      errors[i] = Arrays.copyOfRange(all.errors()[i], from, to);
    }
    return new Differentiation.Jacobian(values, errors);
  }

  private static double[] joined(double[] a, double[] b) {
    double[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static Box joined(Box a, Box b) {
    int n = a.size();
    double[] lower = new double[n + b.size()];
    double[] upper = new double[n + b.size()];
    for (int j = 0; j < lower.length; j++) {
      lower[j] = j < n ? a.lower(j) : b.lower(j - n);
      upper[j] = j < n ? a.upper(j) : b.upper(j - n);
    }
    List<String> names = new ArrayList<>(a.names());
    names.addAll(b.names());
    return new Box(names, lower, upper);
  }
}
