package org.tidemark.solve.dynamicgame;

/**
 * The roots of a Chebyshev polynomial on -1..1 and interpolation between them by the barycentric
 * formula (J.-P. Berrut and L. N. Trefethen, "Barycentric Lagrange interpolation", SIAM Rev. 46,
 * 2004). The ends are not nodes, so functions singular there can be interpolated. Immutable.
 */
final class ChebyshevNodes {
  private final double[] nodes;
  private final double[] weights;
  private final double[][] derivative;

  /** Nodes for polynomials of a degree one less than the count. */
  ChebyshevNodes(int count) {
    nodes = new double[count];
    weights = new double[count];
    for (int k = 0; k < count; k++) {
      double angle = Math.PI * (2 * k + 1) / (2.0 * count);
      // sines of the angle from the middle keep the nodes symmetric to the bit
      nodes[k] = -StrictMath.sin(Math.PI * (count - 1 - 2 * k) / (2.0 * count));
      weights[k] = (k % 2 == 0 ? 1 : -1) * StrictMath.sin(angle);
    }
    derivative = new double[count][count];
    for (int i = 0; i < count; i++) {
      double sum = 0;
      for (int j = 0; j < count; j++) {
        if (j != i) {
          derivative[i][j] = weights[j] / weights[i] / (nodes[i] - nodes[j]);
          sum += derivative[i][j];
        }
      }
      // constants have derivative zero, which rounding would otherwise spoil
      derivative[i][i] = -sum;
    }
  }

  int count() {
    return nodes.length;
  }

  double node(int index) {
    return nodes[index];
  }

  /** The derivative of the interpolant at a node is this row times the values. */
  double[] derivativeAtNode(int index) {
    return derivative[index];
  }

  /** The interpolant at a point is this row times the values. */
  double[] rowAt(double point) {
    int n = nodes.length;
    double[] row = new double[n];
    double sum = 0;
    for (int k = 0; k < n; k++) {
      double distance = point - nodes[k];
      if (distance == 0) {
        double[] unit = new double[n];
        unit[k] = 1;
        return unit;
      }
      row[k] = weights[k] / distance;
      sum += row[k];
    }
    for (int k = 0; k < n; k++) {
      row[k] /= sum;
    }
    return row;
  }

  /** The derivative of the interpolant at a point is this row times the values. */
  double[] derivativeRowAt(double point) {
    int n = nodes.length;
    double[] row = rowAt(point);
    double[] result = new double[n];
    for (int k = 0; k < n; k++) {
      for (int j = 0; j < n; j++) {
        result[j] += row[k] * derivative[k][j];
      }
    }
    return result;
  }

  /** The values at the nodes of the derivative of the interpolant. */
  double[] derivativeOf(double[] values) {
    double[] result = new double[values.length];
    for (int k = 0; k < values.length; k++) {
      // rows add up to zero: taking differences first keeps the rounding of the values' level out
      for (int j = 0; j < values.length; j++) {
        result[k] += derivative[k][j] * (values[j] - values[k]);
      }
    }
    return result;
  }

  /** The interpolant at a point. */
  double interpolate(double[] values, double point) {
    double above = 0;
    double below = 0;
    for (int k = 0; k < nodes.length; k++) {
      double distance = point - nodes[k];
      if (distance == 0) {
        return values[k];
      }
      double weight = weights[k] / distance;
      above += weight * values[k];
      below += weight;
    }
    return above / below;
  }

  /** Straight lines between the values at a point; level beyond the last node. */
  double joined(double[] values, double point) {
    int last = nodes.length - 1;
    if (point <= nodes[0]) {
      return values[0];
    }
    if (point >= nodes[last]) {
      return values[last];
    }
    int above = 1;
    while (nodes[above] < point) {
      above++;
    }
    double part = (point - nodes[above - 1]) / (nodes[above] - nodes[above - 1]);
    return values[above - 1] * (1 - part) + values[above] * part;
  }

  static double dot(double[] row, double[] values) {
    double sum = 0;
    for (int k = 0; k < row.length; k++) {
      sum += row[k] * values[k];
    }
    return sum;
  }
}
