package org.tidemark.solve.chance;

import java.util.Arrays;

/**
 * How many of the finite outcomes of a sample fell into each of adjoining bins of equal width.
 *
 * <p>The width is that of D. Freedman and P. Diaconis ("On the histogram as a density estimator",
 * Z. Wahrscheinlichkeitstheorie 57, 1981), twice the interquartile range over the cube root of the
 * count; where the quartiles coincide, that of D. P. Doane ("Aesthetic frequency classifications",
 * Am. Stat. 30, 1976). No chance enters: the same sample has the same bins.
 */
public final class Histogram {
  private static final int MOST_BINS = 200;

  private final double low;
  private final double high;
  private final long[] counts;

  private Histogram(double low, double high, long[] counts) {
    this.low = low;
    this.high = high;
    this.counts = counts;
  }

  /** The histogram of finite numbers in rising order, at least one. */
  static Histogram ofSorted(double[] sorted) {
    int n = sorted.length;
    double low = sorted[0];
    double high = sorted[n - 1];
    if (low == high) {
      return new Histogram(low, high, new long[] {n});
    }
    // halves, since the whole range of a sample may exceed the largest number
    double halfRange = high / 2 - low / 2;
    double quartiles =
        SampleSummary.interpolated(sorted, 0.75) / 2 - SampleSummary.interpolated(sorted, 0.25) / 2;
    double wanted =
        quartiles > 0
            ? halfRange / (2 * quartiles) * StrictMath.cbrt(n)
            : doane(Moments.of(sorted), sorted);
    int bins = (int) Math.max(1, Math.min(MOST_BINS, Math.ceil(wanted)));
    Histogram empty = new Histogram(low, high, new long[bins]);
    for (double number : sorted) {
      empty.counts[empty.bin(number)]++;
    }
    return empty;
  }

  private static double doane(Moments moments, double[] sorted) {
    int n = sorted.length;
    double sd = moments.spread();
    if (n < 3 || sd == 0 || Double.isInfinite(sd)) {
      return 1 + StrictMath.log(n) / StrictMath.log(2);
    }
    Moments.Sum cubes = new Moments.Sum();
    for (double number : sorted) {
      double standardised = (number - moments.mean()) / sd;
      cubes.add(standardised * standardised * standardised);
    }
    double skewness = Math.abs(cubes.value() / n);
    double spread = Math.sqrt(6.0 * (n - 2) / ((n + 1.0) * (n + 3.0)));
    return 1 + StrictMath.log(n * (1 + skewness / spread)) / StrictMath.log(2);
  }

  private int bin(double number) {
    for (int guess = guess(number); ; ) {
      // rounding may put a number beside its bin; the edges decide
      if (guess > 0 && number < edge(guess)) {
        guess--;
      } else if (guess < counts.length - 1 && number >= edge(guess + 1)) {
        guess++;
      } else {
        return guess;
      }
    }
  }

  private int guess(double number) {
    double part = (number / 2 - low / 2) / (high / 2 - low / 2);
    return (int) Math.max(0, Math.min(counts.length - 1, part * counts.length));
  }

  /** How many bins there are. */
  public int bins() {
    return counts.length;
  }

  /**
   * The edge below a bin, or above the last one. A number on an edge belongs to the bin above it;
   * the largest number belongs to the last bin.
   *
   * @param index from 0 up to the number of bins
   */
  public double edge(int index) {
    double part = (double) index / counts.length;
    return index == counts.length ? high : low * (1 - part) + high * part;
  }

  /** How many outcomes fell into a bin. */
  public long count(int bin) {
    return counts[bin];
  }

  @Override
  public String toString() {
    return "Histogram[" + low + ".." + high + ", " + Arrays.toString(counts) + "]";
  }
}
