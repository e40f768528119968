package org.tidemark.solve.threshold;

import java.util.function.DoubleUnaryOperator;

/**
 * A threshold given as a function of time, whose speed is found by differentiating a polynomial
 * through nine Chebyshev points, over windows that are halved until their answers agree best.
 *
 * <p>It is never asked for at times before zero. Source of the weights: J.-P. Berrut and L. N.
 * Trefethen, Barycentric Lagrange interpolation, SIAM Review 46 (2004) 501.
 */
public final class FunctionThreshold implements ThresholdPath {
  private static final int NODES = 9;
  private static final int WINDOWS = 12;

  private final DoubleUnaryOperator level;
  private final double window;

  /**
   * A function.
   *
   * @param level the threshold at a time from zero on
   * @param span a time over which it changes noticeably, to begin with; above 0
   */
  public FunctionThreshold(DoubleUnaryOperator level, double span) {
    this.level = level;
    this.window =
        InadmissibleThreshold.positive(
            "span", span, "changes take time", "give the time over which the threshold changes");
  }

  @Override
  public double rise(double from, double to) {
    return level(to) - level(from);
  }

  @Override
  public double rate(double time) {
    double best = 0;
    double smallest = Double.POSITIVE_INFINITY;
    double previous = Double.NaN;
    for (int i = 0; i < WINDOWS; i++) {
      double derivative = derivative(time, Math.scalb(window, -i));
      double change = Math.abs(derivative - previous);
      if (change < smallest) {
        smallest = change;
        best = derivative;
      } else if (change > 1e3 * smallest) {
        break;
      }
      if (smallest <= 4 * Math.ulp(derivative)) {
        break;
      }
      previous = derivative;
    }
    return best;
  }

  @Override
  public String method() {
    return "threshold as a function of time, differentiated through nine Chebyshev points";
  }

  private double level(double time) {
    double value = level.applyAsDouble(time);
    if (!Double.isFinite(value)) {
      throw new InadmissibleThreshold(
          "time",
          time,
          Double.NaN,
          "the threshold is not a finite number then",
          "give a threshold that is defined as far ahead as firms look");
    }
    return value;
  }

  /** The derivative of the polynomial through the Chebyshev points of a window around a time. */
  private double derivative(double time, double half) {
    double from = Math.max(0, time - half);
    double middle = from + half;
    double[] node = new double[NODES];
    double[] value = new double[NODES];
    double[] weight = new double[NODES];
    for (int j = 0; j < NODES; j++) {
      double angle = StrictMath.PI * (2 * j + 1) / (2 * NODES);
      node[j] = middle + half * StrictMath.cos(angle);
      value[j] = level(node[j]);
      weight[j] = (j % 2 == 0 ? 1 : -1) * StrictMath.sin(angle);
    }
    double at = interpolated(time, node, value, weight);
    double above = 0;
    double below = 0;
    for (int j = 0; j < NODES; j++) {
      if (node[j] == time) {
        return derivativeAtNode(j, node, value, weight);
      }
      double share = weight[j] / (time - node[j]);
      above += share * ((at - value[j]) / (time - node[j]));
      below += share;
    }
    return above / below;
  }

  private static double interpolated(double time, double[] node, double[] value, double[] weight) {
    double above = 0;
    double below = 0;
    for (int j = 0; j < NODES; j++) {
      if (node[j] == time) {
        return value[j];
      }
      double share = weight[j] / (time - node[j]);
      above += share * value[j];
      below += share;
    }
    return above / below;
  }

  private static double derivativeAtNode(int i, double[] node, double[] value, double[] weight) {
    double sum = 0;
    for (int j = 0; j < NODES; j++) {
      if (j != i) {
        sum += weight[j] / weight[i] * ((value[j] - value[i]) / (node[j] - node[i]));
      }
    }
    return -sum;
  }
}
