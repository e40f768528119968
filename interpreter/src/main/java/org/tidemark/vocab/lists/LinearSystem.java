package org.tidemark.vocab.lists;

/**
 * A square system of linear equations, factored by Gaussian elimination with partial pivoting after
 * its rows were brought to one size (Golub and Van Loan, "Matrix Computations", 3.4 and 3.5).
 */
final class LinearSystem {
  /**
   * One over the relative precision of a double: beyond it, not one digit of a solution is safe.
   */
  private static final double WORST_CONDITION = 0x1p52;

  private final int n;
  private final double[][] scaled;
  private final double[] scale;
  private final double[][] factors;
  private final int[] order;
  private final double condition;

  /**
   * Factors a matrix.
   *
   * @param checkpoint called now and then
   */
  LinearSystem(double[][] matrix, Runnable checkpoint) {
    n = matrix.length;
    scale = new double[n];
    scaled = new double[n][];
    factors = new double[n][];
    order = new int[n];
    for (int i = 0; i < n; i++) {
      scale[i] = rowScale(matrix[i]);
      scaled[i] = new double[n];
      for (int j = 0; j < n; j++) {
        scaled[i][j] = matrix[i][j] * scale[i];
      }
      factors[i] = scaled[i].clone();
      order[i] = i;
    }
    condition =
        factor(checkpoint) ? norm(scaled) * inverseNorm(checkpoint) : Double.POSITIVE_INFINITY;
  }

  /** A power of two, so that scaling rounds nothing. */
  private static double rowScale(double[] row) {
    double largest = 0;
    for (double cell : row) {
      largest = Math.max(largest, Math.abs(cell));
    }
    return largest > 0 && largest < Double.POSITIVE_INFINITY
        ? Math.scalb(1.0, -Math.max(-1000, Math.min(1000, Math.getExponent(largest))))
        : 1;
  }

  private boolean factor(Runnable checkpoint) {
    for (int k = 0; k < n; k++) {
      checkpoint.run();
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        if (Math.abs(factors[i][k]) > Math.abs(factors[pivot][k])) {
          pivot = i;
        }
      }
      if (!(Math.abs(factors[pivot][k]) > 0)) {
        return false;
      }
      double[] row = factors[pivot];
      factors[pivot] = factors[k];
      factors[k] = row;
      int place = order[pivot];
      order[pivot] = order[k];
      order[k] = place;
      for (int i = k + 1; i < n; i++) {
        double[] below = factors[i];
        double multiple = below[k] / row[k];
        below[k] = multiple;
        for (int j = k + 1; j < n; j++) {
          below[j] -= multiple * row[j];
        }
      }
    }
    return true;
  }

  /** Whether it has one solution that can be told from others. */
  boolean isSolvable() {
    return condition < WORST_CONDITION;
  }

  /** By how much relative errors may grow on the way from the right-hand side to the solution. */
  double condition() {
    return condition;
  }

  /** The solution for a right-hand side. */
  double[] solve(double[] right) {
    double[] b = new double[n];
    for (int i = 0; i < n; i++) {
      b[i] = right[i] * scale[i];
    }
    double[] x = substitute(b);
    double[] residual = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = b[i];
      for (int j = 0; j < n; j++) {
        sum = Math.fma(-scaled[i][j], x[j], sum);
      }
      residual[i] = sum;
    }
    double[] correction = substitute(residual);
    for (int i = 0; i < n; i++) {
      x[i] += correction[i];
    }
    return x;
  }

  private double[] substitute(double[] b) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = b[order[i]];
      for (int j = 0; j < i; j++) {
        sum -= factors[i][j] * x[j];
      }
      x[i] = sum;
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = x[i];
      for (int j = i + 1; j < n; j++) {
        sum -= factors[i][j] * x[j];
      }
      x[i] = sum / factors[i][i];
    }
    return x;
  }

  private static double norm(double[][] matrix) {
    double largest = 0;
    for (int j = 0; j < matrix.length; j++) {
      double sum = 0;
      for (double[] row : matrix) {
        sum += Math.abs(row[j]);
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  private double inverseNorm(Runnable checkpoint) {
    double largest = 0;
    double[] unit = new double[n];
    for (int j = 0; j < n; j++) {
      checkpoint.run();
      unit[j] = 1;
      double sum = 0;
      for (double cell : substitute(unit)) {
        sum += Math.abs(cell);
      }
      unit[j] = 0;
      largest = Math.max(largest, sum);
    }
    return largest;
  }
}
