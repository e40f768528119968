package org.tidemark.solve.chance;

import java.util.Arrays;

/**
 * What a sample of outcomes says. An outcome is a number; positive infinity, which is "never"; or
 * NaN, which is a draw that failed and so has no outcome. Failed draws are counted and otherwise
 * left out: every figure is about the draws that have an outcome.
 *
 * <p>Quantiles count never as positive infinity. Moments of a sample in which anything is infinite
 * do not exist and are refused.
 *
 * <p>The outcomes are in the order of the draws, so that sums are the same however many threads
 * made them. Immutable.
 */
public final class SampleSummary {
  private final double[] sorted;
  private final int draws;
  private final int never;
  private final Moments moments;

  private SampleSummary(double[] sorted, int draws, int never, Moments moments) {
    this.sorted = sorted;
    this.draws = draws;
    this.never = never;
    this.moments = moments;
  }

  /** The summary of outcomes in the order of their draws. */
  public static SampleSummary of(double[] outcomes) {
    double[] valid = Arrays.stream(outcomes).filter(x -> !Double.isNaN(x)).toArray();
    boolean finite = Arrays.stream(valid).noneMatch(Double::isInfinite);
    Moments moments = finite && valid.length > 0 ? Moments.of(valid) : null;
    Arrays.sort(valid);
    int never = 0;
    while (never < valid.length && valid[valid.length - 1 - never] == Double.POSITIVE_INFINITY) {
      never++;
    }
    return new SampleSummary(valid, outcomes.length, never, moments);
  }

  /** How many draws there were. */
  public int draws() {
    return draws;
  }

  /** How many of them failed. */
  public int failed() {
    return draws - sorted.length;
  }

  /** How many of them never happen. */
  public int never() {
    return never;
  }

  /**
   * The mean with its Monte-Carlo error, the standard deviation over the root of the count.
   *
   * @throws InadmissibleSample where any draw is infinite, or fewer than two have an outcome
   */
  public Estimate mean() {
    Moments finite = moments("mean");
    return Estimate.normal(finite.mean(), finite.sd() / Math.sqrt(finite.count()));
  }

  /**
   * The standard deviation, from the unbiased variance, with its Monte-Carlo error from the
   * sample's fourth moment (H. Cramér, Mathematical Methods of Statistics, 1946, section 27.4).
   *
   * @throws InadmissibleSample where any draw is infinite, or fewer than two have an outcome
   */
  public Estimate sd() {
    Moments finite = moments("standard deviation");
    double n = finite.count();
    double excess = Math.max(0, finite.fourth() - (n - 3) / (n - 1));
    double sd = finite.sd();
    return Estimate.normal(sd, sd / 2 * Math.sqrt(excess / n));
  }

  private Moments moments(String what) {
    outcomes(2, what);
    if (moments == null) {
      String some =
          never > 0
              ? never + " of " + sorted.length + " draws never happen"
              : "some draws are infinite";
      throw new InadmissibleSample(
          "a " + what + " needs finite outcomes, and " + some,
          "ask for a quantile, which counts never as later than everything, or for the probability"
              + " that it happens");
    }
    return moments;
  }

  private void outcomes(int least, String what) {
    if (sorted.length < least) {
      throw new InadmissibleSample(
          "a "
              + what
              + " needs "
              + (least == 1 ? "an outcome" : "two outcomes")
              + ", and of "
              + draws
              + " draws "
              + failed()
              + " failed",
          "look at why they fail, or draw more");
    }
  }

  /**
   * A quantile, by linear interpolation between order statistics (type 7 of R. J. Hyndman and Y.
   * Fan, "Sample quantiles in statistical packages", Am. Stat. 50, 1996). Its interval holds
   * whatever the distribution: it runs between the order statistics whose ranks bound the 95 % of
   * the binomial distribution about the quantile's rank; the error is half the distance between
   * those one standard deviation of rank away. Infinite where never is that likely.
   *
   * @param probability from 0 to 1
   * @throws InadmissibleSample where no draw has an outcome
   */
  public Estimate quantile(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new InadmissibleSample(
          "a quantile's probability lies from 0 to 1, and this is " + probability,
          "give one such as 0.05");
    }
    outcomes(1, "quantile");
    double value = interpolated(sorted, probability);
    double above = rank(probability, 1);
    double below = rank(probability, -1);
    double error = above == below ? 0 : above / 2 - below / 2;
    return new Estimate(
        value,
        error,
        Math.min(value, rank(probability, -Estimate.Z)),
        Math.max(value, rank(probability, Estimate.Z)));
  }

  /** The order statistic some standard deviations of rank away from a quantile, outwards. */
  private double rank(double probability, double deviations) {
    int n = sorted.length;
    double rank = n * probability + deviations * Math.sqrt(n * probability * (1 - probability));
    double outward = deviations < 0 ? Math.floor(rank) : Math.ceil(rank) + 1;
    int oneBased = (int) Math.max(1, Math.min(n, outward));
    return sorted[oneBased - 1];
  }

  /** The quantile of type 7 of numbers in rising order, at least one; they may be infinite. */
  static double interpolated(double[] sorted, double probability) {
    double position = probability * (sorted.length - 1);
    int below = (int) Math.min(sorted.length - 1, Math.floor(position));
    double part = position - below;
    double lower = sorted[below];
    if (part == 0 || below == sorted.length - 1) {
      return lower;
    }
    double upper = sorted[below + 1];
    if (lower == upper) {
      return lower;
    }
    return Double.isInfinite(lower) && Double.isInfinite(upper)
        ? upper
        : lower * (1 - part) + upper * part;
  }

  /**
   * The finite outcomes in bins.
   *
   * @throws InadmissibleSample where no draw has a finite outcome
   */
  public Histogram histogram() {
    double[] finite = Arrays.stream(sorted).filter(Double::isFinite).toArray();
    if (finite.length == 0) {
      throw new InadmissibleSample(
          "a histogram needs finite outcomes, and there is none", "look at `never` and `failed`");
    }
    return Histogram.ofSorted(finite);
  }

  /** The probability of an outcome at or below a number, among the draws that have an outcome. */
  public Proportion atOrBelow(double number) {
    int count = 0;
    while (count < sorted.length && sorted[count] <= number) {
      count++;
    }
    return new Proportion(count, sorted.length);
  }
}
