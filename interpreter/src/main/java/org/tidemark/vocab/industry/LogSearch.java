package org.tidemark.vocab.industry;

import java.util.function.DoubleUnaryOperator;

/**
 * Finds, going up from next to nothing, the first positive number at which a gap closes: where a
 * function that is positive at first becomes zero or negative.
 *
 * <p>The function is looked at every factor of 16 over 120 orders of magnitude, and between two
 * looks of different sign halved down to neighbouring doubles. What opens and closes again between
 * two looks goes unnoticed. Where the function is not a number it is not defined; the edges of its
 * domain are found by halving as well, and a domain that lies between two looks by looking closer.
 */
final class LogSearch {
  private static final double LOWEST = -200;
  private static final double HIGHEST = 200;
  private static final double STEP = 4;
  private static final double FINE_STEP = 0.25;
  private static final int MOST_HALVINGS = 2100;

  private final DoubleUnaryOperator gap;

  LogSearch(DoubleUnaryOperator gap) {
    this.gap = gap;
  }

  /** How a search ends. */
  enum Outcome {
    /** The gap closes. */
    FOUND,
    /** It is closed from the start. */
    FROM_THE_START,
    /** It stays open wherever the function is defined. */
    NEVER,
    /** The function is defined nowhere. */
    UNDEFINED
  }

  /**
   * What came of a search.
   *
   * @param outcome how it ended
   * @param at the first number found at which the gap is closed; not a number where there is none
   * @param move by how much the gap moves from half that number to twice it: next to nothing where
   *     it only comes nearer and nearer, and rounding closed it
   */
  record Result(Outcome outcome, double at, double move) {
    private static final double FLAT = 1e-12;

    /**
     * Whether the gap closes for good, and not in the rounding of its two sides.
     *
     * @param size of the larger side
     */
    boolean isFound(double size) {
      return outcome == Outcome.FOUND && !(move <= FLAT * size);
    }
  }

  Result run() {
    Result result = scan(STEP);
    return result.outcome() == Outcome.UNDEFINED ? scan(FINE_STEP) : result;
  }

  private Result scan(double step) {
    double open = Double.NaN;
    double last = Double.NaN;
    boolean lastDefined = false;
    boolean anyDefined = false;
    for (double e = LOWEST; e <= HIGHEST; e += step) {
      double x = StrictMath.pow(2, e);
      double g = gap.applyAsDouble(x);
      boolean isDefined = !Double.isNaN(g);
      if (isDefined && !lastDefined && !Double.isNaN(last)) {
        open = edge(x, last);
        if (gap.applyAsDouble(open) <= 0) {
          return fromTheStart(open);
        }
      }
      if (isDefined && g <= 0) {
        return Double.isNaN(open) ? fromTheStart(x) : found(close(open, x));
      }
      if (!isDefined && lastDefined) {
        double edge = edge(last, x);
        if (gap.applyAsDouble(edge) <= 0) {
          return found(close(open, edge));
        }
      }
      open = isDefined ? x : Double.NaN;
      anyDefined |= isDefined;
      lastDefined = isDefined;
      last = x;
    }
    return new Result(anyDefined ? Outcome.NEVER : Outcome.UNDEFINED, Double.NaN, Double.NaN);
  }

  private static Result fromTheStart(double x) {
    return new Result(Outcome.FROM_THE_START, x, Double.NaN);
  }

  private Result found(double x) {
    double move = Math.abs(gap.applyAsDouble(x / 2) - gap.applyAsDouble(2 * x));
    return new Result(Outcome.FOUND, x, move);
  }

  /** The last defined number going from a defined one towards one that is not. */
  private double edge(double defined, double undefined) {
    double in = defined;
    double out = undefined;
    for (int i = 0; i < MOST_HALVINGS; i++) {
      double middle = middle(in, out);
      if (middle == in || middle == out) {
        break;
      }
      if (Double.isNaN(gap.applyAsDouble(middle))) {
        out = middle;
      } else {
        in = middle;
      }
    }
    return in;
  }

  /** The first number with a closed gap between one with an open and one with a closed gap. */
  private double close(double open, double closed) {
    double low = open;
    double high = closed;
    for (int i = 0; i < MOST_HALVINGS; i++) {
      double middle = middle(low, high);
      if (middle == low || middle == high) {
        break;
      }
      if (gap.applyAsDouble(middle) <= 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Math.abs(gap.applyAsDouble(low)) < Math.abs(gap.applyAsDouble(high)) ? low : high;
  }

  /** Halves the number of doubles between, so that few steps are needed at any distance. */
  private static double middle(double a, double b) {
    return Double.longBitsToDouble((Double.doubleToLongBits(a) + Double.doubleToLongBits(b)) >>> 1);
  }
}
