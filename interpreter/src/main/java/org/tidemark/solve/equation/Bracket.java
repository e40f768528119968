package org.tidemark.solve.equation;

import java.util.function.DoubleUnaryOperator;

/**
 * A change of sign followed to neighbouring numbers by Chandrupatla's method: inverse quadratic
 * interpolation where it is safe, bisection elsewhere (T. R. Chandrupatla, 1997, "A new hybrid
 * quadratic/bisection algorithm for finding the zero of a nonlinear function without using
 * derivatives", Advances in Engineering Software 28, 145-149).
 */
final class Bracket {
  private static final int LIMIT = 200;

  private final DoubleUnaryOperator f;
  private final double first;
  private final double firstValue;
  private final double second;
  private final double secondValue;

  Bracket(DoubleUnaryOperator f, double first, double firstValue, double second, double last) {
    this.f = f;
    this.first = first;
    this.firstValue = firstValue;
    this.second = second;
    this.secondValue = last;
  }

  /** What the change of sign is. */
  enum Nature {
    /** The function passes through zero. */
    ROOT,
    /** It jumps over zero, or leaves by one infinity and comes back by the other. */
    JUMP,
    /** It is not defined somewhere between. */
    GAP
  }

  record Found(Nature nature, double at, double value) {}

  Found follow() {
    double a = first;
    double fa = firstValue;
    double b = second;
    double fb = secondValue;
    double c = a;
    double fc = fa;
    double t = 0.5;
    double least = Math.min(Math.abs(fa), Math.abs(fb));
    double atLeast = Math.abs(fa) <= Math.abs(fb) ? a : b;
    for (int k = 0; k < LIMIT && least > 0; k++) {
      double x = a + t * (b - a);
      if (x == a || x == b) {
        break;
      }
      double fx = f.applyAsDouble(x);
      if (Double.isNaN(fx)) {
        return new Found(Nature.GAP, x, fx);
      }
      if (Math.signum(fx) == Math.signum(fa)) {
        c = a;
        fc = fa;
      } else {
        c = b;
        fc = fb;
        b = a;
        fb = fa;
      }
      a = x;
      fa = fx;
      if (Math.abs(fx) < least) {
        least = Math.abs(fx);
        atLeast = x;
      }
      double smallest = Math.ulp(Math.max(Math.abs(a), Math.abs(b)));
      double margin = smallest / Math.abs(b - a);
      if (margin >= 0.5) {
        margin = 0.5;
      }
      if (Math.abs(b - a) <= smallest) {
        break;
      }
      double xi = (a - b) / (c - b);
      double phi = (fa - fb) / (fc - fb);
      t = 0.5;
      if (phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi) {
        t =
            fa / (fb - fa) * (fc / (fb - fc))
                + (c - a) / (b - a) * (fa / (fc - fa)) * (fb / (fc - fb));
      }
      t = Math.min(1 - margin, Math.max(margin, t));
    }
    return new Found(nature(a), atLeast, least);
  }

  /**
   * A function that passes through zero gets smaller with the distance from there; one that jumps
   * does not, and one with a pole grows.
   */
  private Nature nature(double at) {
    double scale = Math.max(Math.abs(firstValue), Math.abs(secondValue));
    double lowest = Math.min(first, second);
    double highest = Math.max(first, second);
    double near = 2 * Math.ulp(at);
    double far = Math.min(near * 0x1p20, Math.max(highest - at, at - lowest));
    double close = gap(at, near, lowest, highest);
    double wide = gap(at, far, lowest, highest);
    return close <= 1e-12 * scale || close <= 0.4 * wide ? Nature.ROOT : Nature.JUMP;
  }

  private double gap(double at, double by, double lowest, double highest) {
    double above = f.applyAsDouble(Math.min(at + by, highest));
    double below = f.applyAsDouble(Math.max(at - by, lowest));
    double gap = Math.abs(above - below);
    return Double.isNaN(gap) ? Double.POSITIVE_INFINITY : gap;
  }
}
