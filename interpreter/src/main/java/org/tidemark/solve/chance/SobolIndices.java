package org.tidemark.solve.chance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tidemark.solve.aside.Watched;

/**
 * Variance-based sensitivity: which part of an outcome's variance goes when an input is known (its
 * first-order index), which part stays while it alone is not (its total index), and which part two
 * inputs have only together.
 *
 * <p>Estimators: first order A. Saltelli and others (Comput. Phys. Commun. 181, 2010, table 2, b),
 * about the mean; total M. J. W. Jansen (Comput. Phys. Commun. 117, 1999); pairs A. Saltelli
 * (Comput. Phys. Commun. 145, 2002). Errors come from resampling the rows (bootstrap); since the
 * rows fill the cube more evenly than independent ones they are, if anything, too large. The inputs
 * must be independent of each other. Immutable.
 */
public final class SobolIndices {
  private static final long RESAMPLED_ROWS = 4_000_000;
  private static final int FEWEST_RESAMPLES = 100;
  private static final int MOST_RESAMPLES = 1000;

  /** A spread of outcomes below this part of their size is rounding. */
  private static final double ROUNDING = 1e-14;

  private final double mean;
  private final double variance;
  private final List<Estimate> first;
  private final List<Estimate> total;
  private final List<List<Estimate>> pairs;
  private final String method;

  private SobolIndices(Rows rows, SobolDesign design) {
    double[] values = rows.indices(null);
    int resamples =
        (int)
            Math.max(FEWEST_RESAMPLES, Math.min(MOST_RESAMPLES, RESAMPLED_ROWS / design.samples()));
    double[] errors = errors(rows, design, values, resamples);
    int d = design.inputs();
    List<Estimate> firsts = new ArrayList<>();
    List<Estimate> totals = new ArrayList<>();
    List<List<Estimate>> together = new ArrayList<>();
    for (int i = 0; i < d; i++) {
      firsts.add(Estimate.normal(values[i], errors[i]));
      totals.add(Estimate.normal(values[d + i], errors[d + i]));
      List<Estimate> row = new ArrayList<>();
      for (int j = 0; design.pairs() && j < i; j++) {
        int at = 2 * d + i * (i - 1) / 2 + j;
        row.add(Estimate.normal(values[at], errors[at]));
      }
      together.add(List.copyOf(row));
    }
    this.mean = rows.mean;
    this.variance = rows.variance;
    this.first = List.copyOf(firsts);
    this.total = List.copyOf(totals);
    this.pairs = design.pairs() ? List.copyOf(together) : List.of();
    this.method =
        "Saltelli 2010 and Jansen, "
            + design.samples()
            + " rows, "
            + design.method()
            + ", "
            + resamples
            + " resamples";
  }

  /**
   * The indices of a function of the unit cube.
   *
   * @param inputs how many inputs it has
   * @param samples how many rows; it is evaluated {@code samples * (inputs + 2)} times
   * @throws InadmissibleSample as {@link #of(SobolDesign, double[])} does
   */
  public static SobolIndices of(
      int inputs, int samples, Draws draws, ToDoubleFunction<double[]> function) {
    SobolDesign design = SobolDesign.of(inputs, samples, false, draws);
    double[] outcomes = new double[design.evaluations()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = function.applyAsDouble(design.point(i));
    }
    return of(design, outcomes);
  }

  /**
   * The indices from a model's outcomes at the points of a design.
   *
   * @param outcomes one for each point, in the order of the points; NaN where it failed
   * @throws InadmissibleSample where an outcome failed or is infinite, or all are alike
   */
  public static SobolIndices of(SobolDesign design, double[] outcomes) {
    if (outcomes.length != design.evaluations()) {
      throw new IllegalArgumentException(
          outcomes.length + " outcomes for " + design.evaluations() + " points");
    }
    finite(outcomes, "a variance");
    return new SobolIndices(new Rows(design, outcomes), design);
  }

  static void finite(double[] outcomes, String what) {
    int failed = 0;
    int infinite = 0;
    for (double outcome : outcomes) {
      failed += Double.isNaN(outcome) ? 1 : 0;
      infinite += Double.isInfinite(outcome) ? 1 : 0;
    }
    if (failed + infinite > 0) {
      throw new InadmissibleSample(
          what
              + " needs a finite outcome everywhere, and of "
              + outcomes.length
              + " evaluations "
              + (infinite > 0 ? infinite + " never happen" : "")
              + (infinite > 0 && failed > 0 ? " and " : "")
              + (failed > 0 ? failed + " failed" : ""),
          "narrow the inputs to where it happens, or ask about something bounded such as 1 / (1 +"
              + " time / (10 year))");
    }
  }

  private static double[] errors(Rows rows, SobolDesign design, double[] values, int resamples) {
    long key = Draws.key("sobol bootstrap");
    int n = design.samples();
    double[][] all = new double[resamples][];
    int[] times = new int[n];
    for (int b = 0; b < resamples; b++) {
      Watched.look();
      Arrays.fill(times, 0);
      for (int i = 0; i < n; i++) {
        times[design.draws().below(n, (long) b * n + i, key)]++;
      }
      all[b] = rows.indices(times);
    }
    double[] errors = new double[values.length];
    double[] column = new double[resamples];
    for (int k = 0; k < values.length; k++) {
      for (int b = 0; b < resamples; b++) {
        column[b] = all[b][k];
      }
      errors[k] = Moments.of(column).sd();
    }
    return errors;
  }

  /** The mean of the outcome. */
  public double mean() {
    return mean;
  }

  /** The variance of the outcome. */
  public double variance() {
    return variance;
  }

  /** The first-order index of each input. */
  public List<Estimate> first() {
    return first;
  }

  /** The total index of each input. */
  public List<Estimate> total() {
    return total;
  }

  /**
   * What two inputs have only together, beyond their first-order indices.
   *
   * @throws IllegalStateException where the design was not made for pairs
   */
  public Estimate pair(int one, int other) {
    if (pairs.isEmpty()) {
      throw new IllegalStateException("the design has no points for pairs");
    }
    return pairs.get(Math.max(one, other)).get(Math.min(one, other));
  }

  /** How the indices were estimated. */
  public String method() {
    return method;
  }

  /** Outcomes about their mean, in units of their spread, a row of them for each row of points. */
  private static final class Rows {
    private final SobolDesign design;
    private final double mean;
    private final double variance;
    private final double[] outcomes;

    Rows(SobolDesign design, double[] raw) {
      this.design = design;
      int columns = design.columns();
      double[] both = new double[2 * design.samples()];
      for (int i = 0; i < design.samples(); i++) {
        both[2 * i] = raw[i * columns];
        both[2 * i + 1] = raw[i * columns + 1];
      }
      Moments moments = Moments.of(both);
      double spread = moments.spread();
      if (!(spread > ROUNDING * Math.abs(moments.mean()))) {
        throw new InadmissibleSample(
            "the outcome does not depend on what varies: it is " + moments.mean() + " throughout",
            "ask about one that does");
      }
      mean = moments.mean();
      variance = spread * spread;
      outcomes = new double[raw.length];
      for (int i = 0; i < raw.length; i++) {
        outcomes[i] = (raw[i] - mean) / spread;
      }
    }

    /** First-order, total and pair indices where each row counts so many times; null is once. */
    double[] indices(int[] times) {
      int d = design.inputs();
      int n = design.samples();
      int columns = design.columns();
      double[] sums = new double[2 * d + (design.pairs() ? d * (d - 1) / 2 : 0)];
      double sum = 0;
      double squares = 0;
      double products = 0;
      for (int r = 0; r < n; r++) {
        double weight = times == null ? 1 : times[r];
        if (weight == 0) {
          continue;
        }
        int at = r * columns;
        double a = outcomes[at];
        double b = outcomes[at + 1];
        sum += weight * (a + b);
        squares += weight * (a * a + b * b);
        products += weight * a * b;
        int pair = 2 * d;
        for (int i = 0; i < d; i++) {
          double swapped = outcomes[at + 2 + i];
          sums[i] += weight * b * (swapped - a);
          sums[d + i] += weight * (a - swapped) * (a - swapped) / 2;
          for (int j = 0; design.pairs() && j < i; j++) {
            sums[pair++] += weight * outcomes[at + 2 + d + i] * outcomes[at + 2 + j];
          }
        }
      }
      double centre = sum / (2.0 * n);
      double spread = squares / (2.0 * n) - centre * centre;
      int pair = 2 * d;
      for (int i = 0; i < 2 * d; i++) {
        sums[i] /= n * spread;
      }
      for (int i = 0; design.pairs() && i < d; i++) {
        for (int j = 0; j < i; j++) {
          sums[pair] = (sums[pair] - products) / (n * spread) - sums[i] - sums[j];
          pair++;
        }
      }
      return sums;
    }
  }
}
