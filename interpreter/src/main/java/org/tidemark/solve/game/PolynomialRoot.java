package org.tidemark.solve.game;

/** The first root of a polynomial that describes a regime's margin. */
final class PolynomialRoot {
  private static final int SAMPLES = 32;

  private PolynomialRoot() {}

  /**
   * The first place in (0, reach) at which {@code sign (polynomial - bound)} falls below zero, or
   * {@code reach} where it does not. A margin that starts within {@code slack} of zero or below it
   * is raised to {@code slack}.
   *
   * <p>The margin is sampled, and minimised between samples where its slope changes sign.
   */
  static double firstFall(
      double[] polynomial, double bound, double sign, double slack, double reach) {
    double[] margin = new double[polynomial.length];
    for (int k = 0; k < margin.length; k++) {
      margin[k] = sign * (polynomial[k] - (k == 0 ? bound : 0));
    }
    margin[0] = Math.max(margin[0], slack);
    double before = 0;
    for (int i = 1; i <= SAMPLES; i++) {
      double at = reach * i / SAMPLES;
      double low = value(margin, at) < 0 ? at : lowest(margin, before, at);
      if (value(margin, low) < 0) {
        return bisect(margin, before, low);
      }
      before = at;
    }
    return reach;
  }

  private static double lowest(double[] p, double from, double to) {
    if (!(slope(p, from) < 0 && slope(p, to) > 0)) {
      return to;
    }
    double low = from;
    double high = to;
    for (int i = 0; i < 40; i++) {
      double middle = low + (high - low) / 2;
      if (slope(p, middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double bisect(double[] p, double above, double below) {
    double low = above;
    double high = below;
    while (true) {
      double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) {
        return high;
      }
      if (value(p, middle) < 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
  }

  private static double value(double[] p, double at) {
    double sum = 0;
    for (int k = p.length - 1; k >= 0; k--) {
      sum = sum * at + p[k];
    }
    return sum;
  }

  private static double slope(double[] p, double at) {
    double sum = 0;
    for (int k = p.length - 1; k >= 1; k--) {
      sum = sum * at + k * p[k];
    }
    return sum;
  }
}
