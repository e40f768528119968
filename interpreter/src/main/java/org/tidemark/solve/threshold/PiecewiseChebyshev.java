package org.tidemark.solve.threshold;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.DoubleUnaryOperator;

/**
 * A function of time from zero on, replaced by Chebyshev polynomials on intervals that are halved
 * until the last coefficients are rounding, so that it is cheap to ask again and can be
 * differentiated. Intervals are worked out when they are first asked for; what they are does not
 * depend on the order, so that it is safe to share.
 *
 * <p>Source: L. N. Trefethen, Approximation Theory and Approximation Practice, SIAM 2013, ch. 3, 8
 * and 21.
 */
final class PiecewiseChebyshev {
  private static final int DEGREE = 16;
  private static final int DEPTH = 40;
  private static final double TAIL = 4e-15;

  /** Below this a tail that halving does not shrink is the function's own rounding. */
  private static final double NOISE = 1e-9;

  /** How many times one interval is halved at most, all its parts taken together. */
  private static final int MOST_SPLITS = 512;

  private final DoubleUnaryOperator function;
  private final double width;
  private final ConcurrentMap<Long, Piece> pieces = new ConcurrentHashMap<>();

  /**
   * A function.
   *
   * @param width of the intervals before they are halved, above 0
   */
  PiecewiseChebyshev(DoubleUnaryOperator function, double width) {
    this.function = function;
    this.width = width;
  }

  double value(double time) {
    return leaf(time).value(time);
  }

  double derivative(double time) {
    return leaf(time).derivative(time);
  }

  private Leaf leaf(double time) {
    long index = (long) Math.max(0, Math.floor(time / width));
    Piece piece = pieces.get(index);
    if (piece == null) {
      // not computed inside the map, since the function may itself take long or fail
      piece =
          piece(
              index * width,
              (index + 1) * width,
              DEPTH,
              Double.POSITIVE_INFINITY,
              new int[] {MOST_SPLITS});
      pieces.put(index, piece);
    }
    while (piece instanceof Split split) {
      piece = time < split.middle ? split.left : split.right;
    }
    return (Leaf) piece;
  }

  private Piece piece(double from, double to, int depth, double tailBefore, int[] splitsLeft) {
    double[] coefficients = coefficients(from, to);
    double largest = 0;
    for (double coefficient : coefficients) {
      largest = Math.max(largest, Math.abs(coefficient));
    }
    double tail =
        (Math.abs(coefficients[DEGREE])
                + Math.abs(coefficients[DEGREE - 1])
                + Math.abs(coefficients[DEGREE - 2]))
            / largest;
    double middle = from + (to - from) / 2;
    boolean noise = tailBefore < NOISE && tail > tailBefore / 8;
    if (!(tail > TAIL)
        || noise
        || depth == 0
        || splitsLeft[0] == 0
        || !(middle > from && middle < to)) {
      return new Leaf(from, to, coefficients);
    }
    splitsLeft[0]--;
    return new Split(
        middle,
        piece(from, middle, depth - 1, tail, splitsLeft),
        piece(middle, to, depth - 1, tail, splitsLeft));
  }

  /** Of the polynomial through the Chebyshev points of the first kind. */
  private double[] coefficients(double from, double to) {
    int n = DEGREE + 1;
    double[] values = new double[n];
    for (int j = 0; j < n; j++) {
      double cosine = StrictMath.cos(StrictMath.PI * (j + 0.5) / n);
      double time = from + (to - from) * (1 + cosine) / 2;
      values[j] = function.applyAsDouble(time);
      if (!Double.isFinite(values[j])) {
        throw new InadmissibleThreshold(
            "time",
            time,
            Double.NaN,
            "what moves is not a finite number then",
            "give functions that are defined as far ahead as firms look");
      }
    }
    double[] coefficients = new double[n];
    for (int k = 0; k < n; k++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += values[j] * StrictMath.cos(StrictMath.PI * k * (j + 0.5) / n);
      }
      coefficients[k] = (k == 0 ? 1.0 : 2.0) / n * sum;
    }
    return coefficients;
  }

  private sealed interface Piece permits Leaf, Split {}

  private record Split(double middle, Piece left, Piece right) implements Piece {}

  private static final class Leaf implements Piece {
    private final double from;
    private final double to;
    private final double[] coefficients;
    private final double[] slopes;

    Leaf(double from, double to, double[] coefficients) {
      this.from = from;
      this.to = to;
      this.coefficients = coefficients;
      this.slopes = slopes(coefficients);
    }

    /** The coefficients of the derivative in the variable that runs from -1 to 1. */
    private static double[] slopes(double[] c) {
      double[] slopes = new double[c.length + 1];
      for (int k = c.length - 2; k >= 0; k--) {
        slopes[k] = slopes[k + 2] + 2 * (k + 1) * c[k + 1];
      }
      slopes[0] /= 2;
      return slopes;
    }

    double value(double time) {
      return clenshaw(coefficients, position(time));
    }

    double derivative(double time) {
      return clenshaw(slopes, position(time)) * 2 / (to - from);
    }

    private double position(double time) {
      return (2 * time - from - to) / (to - from);
    }

    private static double clenshaw(double[] c, double x) {
      double next = 0;
      double afterNext = 0;
      for (int k = c.length - 1; k >= 1; k--) {
        double current = 2 * x * next - afterNext + c[k];
        afterNext = next;
        next = current;
      }
      return x * next - afterNext + c[0];
    }
  }
}
