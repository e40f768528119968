package org.tidemark.solve.fit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.tidemark.solve.aside.Watched;

/**
 * Whether the coefficients of a linear model stay the same along the data: Chow's F at every place
 * that leaves a share of the rows on both sides, the largest of them, and a bound on how often one
 * as large comes up without a break.
 *
 * <p>The bound multiplies the chance of Chow's test (1960) by the number of places (Bonferroni). It
 * holds for any number of rows under normal errors, where the limits of Andrews (1993) only hold
 * for many; it errs towards finding no break, by a factor that stays below the number of places.
 *
 * @param statistic the largest F
 * @param observation how many rows, in the order of the regressor, come before the break
 * @param at the regressor at the first row after the break
 * @param pValue the bound, at most 1
 * @param places how many places were tried
 */
public record BreakTest(double statistic, int observation, double at, double pValue, int places) {
  /** The share of rows that each side keeps (Andrews, 1993, recommends it). */
  private static final double TRIM = 0.15;

  /**
   * Tests along a regressor.
   *
   * @return null where there are too few rows to fit both sides
   */
  static BreakTest along(LinearDesign design, double[] response, double[] regressor) {
    int n = response.length;
    int p = design.names().size();
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> regressor[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int margin = Math.max(p + 1, (int) Math.ceil(TRIM * n));
    if (n < 2 * margin) {
      return null;
    }
    LinearDesign sorted = design.ordered(order);
    double[] y = IntStream.of(order).mapToDouble(i -> response[i]).toArray();
    double whole = LinearRegression.fit(sorted, y).residualSumOfSquares();
    double largest = -1;
    int place = margin;
    int places = 0;
    for (int k = margin; k <= n - margin; k++) {
      Watched.look();
      double apart = sumOfSquares(sorted, y, 0, k) + sumOfSquares(sorted, y, k, n);
      double f = Math.max(0, (whole - apart) / p) / (apart / (n - 2 * p));
      // an exact fit on both sides is no break if the whole is as exact
      f = Double.isNaN(f) ? 0 : f;
      places++;
      if (f > largest) {
        largest = f;
        place = k;
      }
    }
    double chance = places * StudentT.above(largest, p, n - 2 * p);
    return new BreakTest(largest, place, regressor[order[place]], Math.min(1, chance), places);
  }

  private static double sumOfSquares(LinearDesign design, double[] y, int from, int to) {
    try {
      return LinearRegression.fit(design.rows(from, to), Arrays.copyOfRange(y, from, to))
          .residualSumOfSquares();
    } catch (InadmissibleFit flat) {
      // this side cannot tell the slope, so it cannot tell another one either
      return Double.POSITIVE_INFINITY;
    }
  }
}
