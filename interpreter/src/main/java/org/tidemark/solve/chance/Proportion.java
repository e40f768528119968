package org.tidemark.solve.chance;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How often something held in independent draws, as an estimate of its probability.
 *
 * @param successes in how many draws it held
 * @param trials how many draws there were
 */
public record Proportion(long successes, long trials) {
  /**
   * A count.
   *
   * @throws InadmissibleSample where there was no draw
   */
  public Proportion {
    if (trials < 1) {
      throw new InadmissibleSample(
          "there is no draw to count", "draw at least once, and look at why draws failed");
    }
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(successes + " of " + trials);
    }
  }

  /** The part of the draws in which it held. */
  public double value() {
    return (double) successes / trials;
  }

  /**
   * The probability with its Monte-Carlo error: half the width of Wilson's interval at one standard
   * deviation, which stays above 0 where all draws agree; the 95 % interval is Wilson's.
   */
  public Estimate estimate() {
    Interval one = wilson(1);
    Interval wide = wilson(Estimate.Z);
    return new Estimate(value(), (one.high - one.low) / 2, wide.low, wide.high);
  }

  /**
   * Wilson's score interval (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927).
   *
   * @param z half its width in standard deviations, 1.96 for 95 %
   */
  public Interval wilson(double z) {
    double n = trials;
    double p = value();
    double shrink = 1 + z * z / n;
    double centre = (p + z * z / (2 * n)) / shrink;
    double half = z / shrink * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return new Interval(
        successes == 0 ? 0 : Math.max(0, centre - half),
        successes == trials ? 1 : Math.min(1, centre + half));
  }

  /**
   * The exact interval of C. J. Clopper and E. S. Pearson (Biometrika 26, 1934), which covers the
   * probability at least as often as it says.
   *
   * @param confidence between 0 and 1, 0.95 for 95 %
   */
  public Interval clopperPearson(double confidence) {
    double outside = (1 - confidence) / 2;
    double low =
        successes == 0
            ? 0
            : BetaDistribution.of(successes, trials - successes + 1.0)
                .inverseCumulativeProbability(outside);
    double high =
        successes == trials
            ? 1
            : BetaDistribution.of(successes + 1.0, trials - (double) successes)
                .inverseSurvivalProbability(outside);
    return new Interval(low, high);
  }

  /**
   * Where a probability lies.
   *
   * @param low the lower end
   * @param high the upper end
   */
  public record Interval(double low, double high) {}
}
