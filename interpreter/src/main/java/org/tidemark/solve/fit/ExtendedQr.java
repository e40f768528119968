package org.tidemark.solve.fit;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.numbers.core.DD;

/**
 * Least squares by Householder reflections with column pivoting (Golub, "Numerical methods for
 * solving linear least squares problems", 1965), carried in pairs of doubles, some 106 bits, after
 * every column has been brought to a length between 1/2 and 1 by a power of two.
 *
 * <p>A design matrix of condition k loses log10(k) of some 31 digits here, so that even the worst
 * of the certified sets (condition 1.8e15 unscaled) keeps more than a double holds.
 */
final class ExtendedQr {
  /** What {@code indistinct} is for entries known to half a unit in the last place. */
  static final double ROUNDING = 0x1p-49;

  private final DD[][] reflected;
  private final DD[] response;
  private final int[] order;
  private final int[] exponents;
  private final DD[] diagonal;
  private final int rank;
  private final double[] separation;

  private ExtendedQr(
      DD[][] reflected,
      DD[] response,
      int[] order,
      int[] exponents,
      DD[] diagonal,
      int rank,
      double[] separation) {
    this.reflected = reflected;
    this.response = response;
    this.order = order;
    this.exponents = exponents;
    this.diagonal = diagonal;
    this.rank = rank;
    this.separation = separation;
  }

  /**
   * Decomposes.
   *
   * @param columns the design, one array of observations per column
   * @param response the observations
   * @param indistinct a column nearer than this to the span of the others, relative to its length,
   *     is not told apart from it
   */
  static ExtendedQr of(DD[][] columns, DD[] response, double indistinct) {
    int p = columns.length;
    DD[][] a = new DD[p][];
    int[] exponents = new int[p];
    int[] order = new int[p];
    double[] lengths = new double[p];
    for (int j = 0; j < p; j++) {
      exponents[j] = exponent(columns[j]);
      a[j] = scaled(columns[j], -exponents[j]);
      lengths[j] = Math.sqrt(square(a[j], 0).doubleValue());
      order[j] = j;
    }
    DD[] y = response.clone();
    DD[] diagonal = new DD[p];
    double[] separation = new double[p];
    int rank = 0;
    for (int k = 0; k < p; k++) {
      choose(a, order, exponents, lengths, k);
      DD norm = square(a[k], k).sqrt();
      separation[order[k]] = lengths[k] == 0 ? 0 : norm.doubleValue() / lengths[k];
      if (separation[order[k]] <= indistinct) {
        break;
      }
      diagonal[k] = a[k][k].hi() > 0 ? norm.negate() : norm;
      a[k][k] = a[k][k].subtract(diagonal[k]);
      DD half = a[k][k].multiply(diagonal[k]).negate();
      for (int j = k + 1; j < p; j++) {
        reflect(a[k], half, a[j], k);
      }
      reflect(a[k], half, y, k);
      rank++;
    }
    return new ExtendedQr(a, y, order, exponents, diagonal, rank, separation);
  }

  private static int exponent(DD[] column) {
    double largest = 0;
    for (DD entry : column) {
      largest = Math.max(largest, Math.abs(entry.hi()));
    }
    return largest == 0 ? 0 : Math.getExponent(largest) + 1;
  }

  private static DD[] scaled(DD[] column, int exponent) {
    DD[] result = new DD[column.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = column[i].scalb(exponent);
    }
    return result;
  }

  private static DD square(DD[] column, int from) {
    DD sum = DD.ZERO;
    for (int i = from; i < column.length; i++) {
      sum = sum.add(column[i].square());
    }
    return sum;
  }

  /** Brings the column that lies furthest out of the span so far, relative to its length, to k. */
  private static void choose(DD[][] a, int[] order, int[] exponents, double[] lengths, int k) {
    int best = k;
    double furthest = -1;
    for (int j = k; j < a.length; j++) {
      double part = lengths[j] == 0 ? 0 : square(a[j], k).doubleValue() / (lengths[j] * lengths[j]);
      if (part > furthest) {
        furthest = part;
        best = j;
      }
    }
    DD[] column = a[k];
    a[k] = a[best];
    a[best] = column;
    int index = order[k];
    order[k] = order[best];
    order[best] = index;
    int exponent = exponents[k];
    exponents[k] = exponents[best];
    exponents[best] = exponent;
    double length = lengths[k];
    lengths[k] = lengths[best];
    lengths[best] = length;
  }

  private static void reflect(DD[] v, DD half, DD[] target, int k) {
    DD sum = DD.ZERO;
    for (int i = k; i < v.length; i++) {
      sum = sum.add(v[i].multiply(target[i]));
    }
    DD factor = sum.divide(half);
    for (int i = k; i < v.length; i++) {
      target[i] = target[i].subtract(factor.multiply(v[i]));
    }
  }

  /** How many columns can be told apart. */
  int rank() {
    return rank;
  }

  /** The columns that can be told apart, by their place in the design. */
  int[] told() {
    int[] told = new int[rank];
    System.arraycopy(order, 0, told, 0, rank);
    return told;
  }

  /** How far a column lies from the span of those chosen before it, as a share of its length. */
  double separation(int column) {
    return separation[column];
  }

  /** The coefficients; those of columns that cannot be told apart are zero. */
  DD[] coefficients() {
    DD[] result = new DD[order.length];
    for (int j = 0; j < result.length; j++) {
      result[j] = DD.ZERO;
    }
    DD[] solution = new DD[rank];
    for (int k = rank - 1; k >= 0; k--) {
      DD sum = response[k];
      for (int j = k + 1; j < rank; j++) {
        sum = sum.subtract(reflected[j][k].multiply(solution[j]));
      }
      solution[k] = sum.divide(diagonal[k]);
      result[order[k]] = solution[k].scalb(-exponents[k]);
    }
    return result;
  }

  /**
   * The inverse of the triangle, by columns of the design: entry [j][k] belongs to design column j
   * and basis vector k. The inverse of X'X is this times its transpose.
   */
  DD[][] inverseTriangle() {
    DD[][] inverse = new DD[order.length][rank];
    for (DD[] row : inverse) {
      java.util.Arrays.fill(row, DD.ZERO);
    }
    for (int k = 0; k < rank; k++) {
      DD[] column = new DD[k + 1];
      column[k] = diagonal[k].reciprocal();
      for (int i = k - 1; i >= 0; i--) {
        DD sum = DD.ZERO;
        for (int j = i + 1; j <= k; j++) {
          sum = sum.add(reflected[j][i].multiply(column[j]));
        }
        column[i] = sum.divide(diagonal[i]).negate();
      }
      for (int i = 0; i <= k; i++) {
        inverse[order[i]][k] = column[i].scalb(-exponents[i]);
      }
    }
    return inverse;
  }

  /**
   * The condition of the columns that can be told apart, each brought to length 1: the largest
   * singular value over the smallest. Scaling so comes within a factor of the square root of their
   * number of the best scaling there is (van der Sluis, 1969).
   */
  double condition() {
    if (rank == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double[][] triangle = new double[rank][rank];
    for (int j = 0; j < rank; j++) {
      double length = 0;
      for (int i = 0; i <= j; i++) {
        triangle[i][j] = i == j ? diagonal[j].doubleValue() : reflected[j][i].doubleValue();
        length = StrictMath.hypot(length, triangle[i][j]);
      }
      for (int i = 0; i <= j; i++) {
        triangle[i][j] /= length;
      }
    }
    double[] values =
        new SingularValueDecomposition(new Array2DRowRealMatrix(triangle, false))
            .getSingularValues();
    return values[0] / values[rank - 1];
  }
}
