package org.tidemark.solve.game;

import java.util.Arrays;

/**
 * Which firms produce, and which all they can, in a linear market, given what each is worth: the
 * one root Q &gt; 0 of
 *
 * <pre>  Phi(Q) = sum_i w_i clip(g_i(Q), 0, k_i) - Q,   g_i(Q) = r_i V_i/a_i + Q - Q^2/a_i.</pre>
 *
 * <p>Between its kinks Phi is concave, and once negative it stays so; hence the root is found by
 * bisection among the sorted kinks. The quadratics of the firms' marginal values, by contrast, have
 * up to 2^N roots.
 */
final class LinearAggregate {
  private LinearAggregate() {}

  /**
   * What each group does.
   *
   * @param firms in units of slope and of the largest margin
   * @param values of one firm of each group
   */
  static Activity[] regime(ScaledFirms firms, double[] values) {
    double[] kinks = kinks(firms, values);
    int low = 0;
    int high = kinks.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (excess(firms, values, kinks[middle]) < 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    double nearer = low == 0 ? 0 : kinks[low - 1];
    return at(firms, values, nearer + (kinks[low] - nearer) / 2);
  }

  private static double[] kinks(ScaledFirms firms, double[] values) {
    int n = firms.count();
    double[] kinks = new double[3 * n];
    int found = 0;
    for (int i = 0; i < n; i++) {
      if (firms.idle(i)) {
        continue;
      }
      double a = firms.margin(i);
      double worth = firms.rate(i) * values[i];
      kinks[found++] = (a + StrictMath.sqrt(a * a + 4 * worth)) / 2;
      double k = firms.capacity(i);
      double inside = a * a - 4 * (a * k - worth);
      if (inside >= 0) {
        double upper = (a + StrictMath.sqrt(inside)) / 2;
        kinks[found++] = upper;
        double lower = (a * k - worth) / upper;
        if (lower > 0) {
          kinks[found++] = lower;
        }
      }
    }
    double[] sorted = Arrays.copyOf(kinks, found);
    Arrays.sort(sorted);
    return sorted;
  }

  private static double excess(ScaledFirms firms, double[] values, double output) {
    double sum = -output;
    for (int i = 0; i < firms.count(); i++) {
      if (!firms.idle(i)) {
        double wish = firms.wish(i, values[i], output);
        sum += firms.size(i) * Math.max(0, Math.min(wish, firms.capacity(i)));
      }
    }
    return sum;
  }

  private static Activity[] at(ScaledFirms firms, double[] values, double output) {
    Activity[] regime = new Activity[firms.count()];
    for (int i = 0; i < regime.length; i++) {
      double wish = firms.idle(i) ? 0 : firms.wish(i, values[i], output);
      regime[i] =
          wish <= 0
              ? Activity.SHUT_DOWN
              : wish >= firms.capacity(i) ? Activity.AT_CAPACITY : Activity.INTERIOR;
    }
    return regime;
  }
}
