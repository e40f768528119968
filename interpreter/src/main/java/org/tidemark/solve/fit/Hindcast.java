package org.tidemark.solve.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Forecasts made as they would have been made at every time in the past, from a window of changes
 * before it, and how far each missed (Farmer and Lafond, 2016, section 3). Windows overlap and
 * errors at neighbouring horizons share their noise, so that the number of forecasts says little
 * about how sure a coverage is; two ways tell it: series drawn anew with replacement, and series
 * made up from the law itself.
 */
public final class Hindcast {
  private final int window;
  private final int[] lengths;
  private final List<Miss> misses;

  /**
   * One forecast and its error.
   *
   * @param series the place of the series
   * @param origin the place of the last cost known
   * @param horizon how many steps ahead
   * @param error true less forecast logarithm, over the deviation estimated in the window (without
   *     what the law says of that estimate)
   */
  public record Miss(int series, int origin, int horizon, double error) {}

  /**
   * How often forecasts held.
   *
   * @param nominal the share that should
   * @param observed the share that did
   * @param samplingError the standard error of that share, series drawn anew; infinite where there
   *     is one series only
   * @param expected the share that does where the law holds, from series made up by it
   * @param expectedError how far the share of one such set strays from that
   */
  public record Coverage(
      double nominal,
      double observed,
      double samplingError,
      double expected,
      double expectedError) {}

  private Hindcast(int window, int[] lengths, List<Miss> misses) {
    this.window = window;
    this.lengths = lengths;
    this.misses = misses;
  }

  /**
   * Makes every forecast that series of costs allow by Moore's law.
   *
   * @param costs series at equal steps of time, above zero
   * @param window how many changes each forecast is made from, at least 3
   * @param furthest the longest horizon
   * @throws InadmissibleFit where no series is long enough, or a cost is not positive
   */
  public static Hindcast of(List<double[]> costs, int window, int furthest) {
    if (window < 3) {
      throw new InadmissibleFit(
          "window", window, 3, "two changes do not tell a trend and its scatter", "give 3 or more");
    }
    List<double[]> logarithms = new ArrayList<>();
    for (double[] cost : costs) {
      logarithms.add(Logarithms.of("cost", cost));
    }
    int[] lengths = logarithms.stream().mapToInt(series -> series.length).toArray();
    List<Miss> misses = misses(logarithms, window, furthest);
    if (misses.isEmpty()) {
      throw new InadmissibleFit(
          "cost",
          lengths.length,
          window + 2,
          "no series is long enough for one forecast from " + window + " changes",
          "give series of at least " + (window + 2) + " costs, or a shorter window");
    }
    return new Hindcast(window, lengths, misses);
  }

  private static List<Miss> misses(List<double[]> series, int window, int furthest) {
    List<Miss> misses = new ArrayList<>();
    for (int s = 0; s < series.size(); s++) {
      double[] y = series.get(s);
      for (int origin = window; origin < y.length - 1; origin++) {
        double drift = (y[origin] - y[origin - window]) / window;
        double sum = 0;
        for (int i = origin - window; i < origin; i++) {
          double noise = y[i + 1] - y[i] - drift;
          sum += noise * noise;
        }
        double deviation = StrictMath.sqrt(sum / (window - 1));
        int last = origin + Math.min(y.length - 1 - origin, furthest);
        for (int at = origin + 1; at <= last && deviation > 0; at++) {
          double error = y[at] - y[origin] - drift * (at - origin);
          misses.add(new Miss(s, origin, at - origin, error / deviation));
        }
      }
    }
    return misses;
  }

  /** Every forecast and its error. */
  public List<Miss> misses() {
    return List.copyOf(misses);
  }

  /** How many forecasts. */
  public int forecasts() {
    return misses.size();
  }

  /**
   * Theta under which the errors are most likely, taken one by one: the density of each under the
   * law, multiplied (a composite likelihood; Lindsay, 1988). Its standard error allows for their
   * dependence within a series.
   */
  public Estimate theta() {
    double theta =
        new BrentOptimizer(1e-10, 1e-8)
            .optimize(
                new MaxEval(500),
                GoalType.MAXIMIZE,
                new SearchInterval(-0.95, 1),
                new UnivariateObjectiveFunction(value -> sum(logLikelihood(value))))
            .getPoint();
    double step = 1e-3;
    double inside = Math.min(theta, 1 - step);
    double[] above = logLikelihood(inside + step);
    double[] at = logLikelihood(inside);
    double[] below = logLikelihood(inside - step);
    double curvature = (sum(above) - 2 * sum(at) + sum(below)) / (step * step);
    double scores = 0;
    for (int s = 0; s < at.length; s++) {
      double score = (above[s] - below[s]) / (2 * step);
      scores += score * score;
    }
    return new Estimate(theta, StrictMath.sqrt(scores) / Math.abs(curvature));
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** By series. */
  private double[] logLikelihood(double theta) {
    Scaled scaled = new Scaled(new ErrorLaw(theta), window);
    double[] sums = new double[lengths.length];
    for (Miss miss : misses) {
      double scale = scaled.scale(miss.horizon());
      sums[miss.series()] +=
          scaled.distribution.logDensity(miss.error() / scale) - StrictMath.log(scale);
    }
    return sums;
  }

  /** The law for one window: scales by horizon, and the distribution of errors over them. */
  private static final class Scaled {
    private final ErrorLaw law;
    private final int window;
    private final ErrorLaw.Spread spread;
    private final TDistribution distribution;
    private double[] scales = new double[0];

    Scaled(ErrorLaw law, int window) {
      this.law = law;
      this.window = window;
      double[] ones = new double[window];
      java.util.Arrays.fill(ones, 1);
      this.spread = law.spread(ones);
      this.distribution = TDistribution.of(spread.degreesOfFreedom());
    }

    double scale(int horizon) {
      if (horizon >= scales.length) {
        int from = scales.length;
        scales = java.util.Arrays.copyOf(scales, 2 * horizon + 1);
        for (int h = Math.max(1, from); h < scales.length; h++) {
          scales[h] = StrictMath.sqrt(law.variance(window, h) / spread.bias());
        }
      }
      return scales[horizon];
    }
  }

  /**
   * How often forecasts held, level by level.
   *
   * @param law the law that their intervals follow
   * @param levels the shares that should
   * @param nearest the shortest horizon counted
   * @param furthest the longest
   * @param repetitions how many sets are drawn anew, and as many made up
   * @param seed of the draws
   * @param each called after each repetition; it may throw to stop
   * @throws InadmissibleFit where no forecast has such a horizon
   */
  public List<Coverage> coverage(
      ErrorLaw law,
      double[] levels,
      int nearest,
      int furthest,
      int repetitions,
      long seed,
      Runnable each) {
    double[] thresholds = new double[levels.length];
    Scaled scaled = new Scaled(law, window);
    for (int k = 0; k < levels.length; k++) {
      thresholds[k] = StudentT.halfWidth(levels[k], scaled.spread.degreesOfFreedom());
    }
    Hits hits = new Hits(lengths.length, thresholds, scaled, nearest, furthest);
    hits.count(misses);
    if (hits.total == 0) {
      throw new InadmissibleFit(
          "horizon", nearest, furthest, "no forecast has such a horizon", "ask for shorter ones");
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[][] drawn = new double[repetitions][];
    double[][] made = new double[repetitions][];
    for (int r = 0; r < repetitions; r++) {
      drawn[r] = hits.resampled(random);
      Hits madeHits = new Hits(lengths.length, thresholds, scaled, nearest, furthest);
      madeHits.count(misses(made(law, random), window, furthest));
      made[r] = madeHits.shares();
      each.run();
    }
    List<Coverage> coverage = new ArrayList<>();
    double[] observed = hits.shares();
    for (int k = 0; k < levels.length; k++) {
      double[] anew = column(drawn, k);
      double[] lawful = column(made, k);
      coverage.add(
          new Coverage(
              levels[k],
              observed[k],
              hits.series() < 2
                  ? Double.POSITIVE_INFINITY
                  : SampleMoments.of(anew).standardDeviation(),
              SampleMoments.of(lawful).mean(),
              SampleMoments.of(lawful).standardDeviation()));
    }
    return coverage;
  }

  /** Series as long as the real ones, by the law; trend and deviation do not matter. */
  private List<double[]> made(ErrorLaw law, SplittableRandom random) {
    List<double[]> series = new ArrayList<>();
    for (int length : lengths) {
      double[] y = new double[length];
      double before = normal(random);
      for (int i = 1; i < length; i++) {
        double now = normal(random);
        y[i] = y[i - 1] + now + law.theta() * before;
        before = now;
      }
      series.add(y);
    }
    return series;
  }

  /** By Box and Muller (1958), from functions that are the same on every machine. */
  private static double normal(SplittableRandom random) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }

  private static double[] column(double[][] rows, int column) {
    double[] values = new double[rows.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows[i][column];
    }
    return values;
  }

  /** Counts of forecasts that held, by series and level. */
  private static final class Hits {
    private final double[] thresholds;
    private final Scaled scaled;
    private final int nearest;
    private final int furthest;
    private final int[][] held;
    private final int[] forecasts;
    private int total;

    Hits(int series, double[] thresholds, Scaled scaled, int nearest, int furthest) {
      this.thresholds = thresholds;
      this.scaled = scaled;
      this.nearest = nearest;
      this.furthest = furthest;
      this.held = new int[series][thresholds.length];
      this.forecasts = new int[series];
    }

    void count(List<Miss> misses) {
      for (Miss miss : misses) {
        if (miss.horizon() < nearest || miss.horizon() > furthest) {
          continue;
        }
        forecasts[miss.series()]++;
        total++;
        double far = Math.abs(miss.error()) / scaled.scale(miss.horizon());
        for (int k = 0; k < thresholds.length; k++) {
          held[miss.series()][k] += far <= thresholds[k] ? 1 : 0;
        }
      }
    }

    /** How many series have a forecast. */
    int series() {
      return (int) java.util.Arrays.stream(forecasts).filter(count -> count > 0).count();
    }

    double[] shares() {
      double[] shares = new double[thresholds.length];
      for (int[] series : held) {
        for (int k = 0; k < shares.length; k++) {
          shares[k] += series[k];
        }
      }
      for (int k = 0; k < shares.length; k++) {
        shares[k] /= total;
      }
      return shares;
    }

    /** The shares of as many series, drawn with replacement. */
    double[] resampled(SplittableRandom random) {
      double[] shares = new double[thresholds.length];
      int sum = 0;
      while (sum == 0) {
        for (int s = 0; s < held.length; s++) {
          int drawn = random.nextInt(held.length);
          sum += forecasts[drawn];
          for (int k = 0; k < shares.length; k++) {
            shares[k] += held[drawn][k];
          }
        }
      }
      for (int k = 0; k < shares.length; k++) {
        shares[k] /= sum;
      }
      return shares;
    }
  }
}
