package org.tidemark.solve.game;

import java.util.Arrays;

/**
 * Integration, interpolation and differentiation on the Chebyshev points of the second kind in [-1,
 * 1] (Trefethen, Approximation Theory and Approximation Practice, 2013, chapters 3 to 5).
 */
final class Chebyshev {
  private final double[] nodes;
  private final double[] weights;

  /** Integrals from -1 to each node, of each Lagrange polynomial. */
  private final double[][] integrals;

  /** The last two Chebyshev coefficients of each Lagrange polynomial. */
  private final double[][] last;

  Chebyshev(int degree) {
    int m = degree;
    this.nodes = new double[m + 1];
    this.weights = new double[m + 1];
    this.integrals = new double[m + 1][m + 1];
    this.last = new double[2][m + 1];
    for (int j = 0; j <= m; j++) {
      nodes[j] = -StrictMath.cos(Math.PI * j / m);
      weights[j] = (j % 2 == 0 ? 1 : -1) * (j == 0 || j == m ? 0.5 : 1);
    }
    nodes[0] = -1;
    nodes[m] = 1;
    for (int k = 0; k <= m; k++) {
      double[] coefficients = new double[m + 1];
      for (int n = 0; n <= m; n++) {
        double ends = (k == 0 || k == m ? 0.5 : 1) * (n == 0 || n == m ? 0.5 : 1);
        coefficients[n] = 2.0 / m * ends * polynomial(n, k, m);
      }
      last[0][k] = coefficients[m - 1];
      last[1][k] = coefficients[m];
      for (int j = 0; j <= m; j++) {
        double sum = 0;
        for (int n = 0; n <= m; n++) {
          sum += coefficients[n] * (integral(n, j, m) - integral(n, 0, m));
        }
        integrals[j][k] = sum;
      }
    }
  }

  /** T_n at node j. */
  private static double polynomial(int n, int j, int m) {
    return StrictMath.cos(n * (Math.PI - Math.PI * j / m));
  }

  private static double integral(int n, int j, int m) {
    return switch (n) {
      case 0 -> polynomial(1, j, m);
      case 1 -> polynomial(2, j, m) / 4;
      default -> (polynomial(n + 1, j, m) / (n + 1) - polynomial(n - 1, j, m) / (n - 1)) / 2;
    };
  }

  int count() {
    return nodes.length;
  }

  double node(int j) {
    return nodes[j];
  }

  /** The integral from -1 to node j of the interpolant of one component of values at the nodes. */
  double integral(int j, double[][] values, int component) {
    double sum = 0;
    for (int k = 0; k < nodes.length; k++) {
      sum += integrals[j][k] * values[k][component];
    }
    return sum;
  }

  /** The size of the interpolant's last two coefficients. */
  double tail(double[][] values, int component) {
    double one = 0;
    double two = 0;
    for (int k = 0; k < nodes.length; k++) {
      one += last[0][k] * values[k][component];
      two += last[1][k] * values[k][component];
    }
    return Math.max(Math.abs(one), Math.abs(two));
  }

  /** The interpolant at a place in [-1, 1]. */
  void evaluate(double at, double[][] values, double[] result) {
    for (int j = 0; j < nodes.length; j++) {
      if (at == nodes[j]) {
        System.arraycopy(values[j], 0, result, 0, result.length);
        return;
      }
    }
    double sum = 0;
    Arrays.fill(result, 0);
    for (int j = 0; j < nodes.length; j++) {
      double part = weights[j] / (at - nodes[j]);
      sum += part;
      for (int i = 0; i < result.length; i++) {
        result[i] += part * values[j][i];
      }
    }
    for (int i = 0; i < result.length; i++) {
      result[i] /= sum;
    }
  }

  /** The slopes of the interpolant at the nodes. */
  double[][] slopes(double[][] values) {
    double[][] slopes = new double[nodes.length][values[0].length];
    for (int k = 0; k < nodes.length; k++) {
      for (int j = 0; j < nodes.length; j++) {
        if (j != k) {
          double part = weights[j] / weights[k] / (nodes[k] - nodes[j]);
          for (int i = 0; i < slopes[k].length; i++) {
            slopes[k][i] += part * (values[j][i] - values[k][i]);
          }
        }
      }
    }
    return slopes;
  }
}
