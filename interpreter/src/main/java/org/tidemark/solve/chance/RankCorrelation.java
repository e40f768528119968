package org.tidemark.solve.chance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.tidemark.solve.aside.Watched;

/**
 * Draws of several inputs whose ranks are correlated, while each keeps its own distribution: a
 * normal (Gaussian) copula.
 *
 * <p>Normal scores with Pearson correlation r have Spearman's rank correlation 6/π·asin(r/2) (K.
 * Pearson, "On further methods of determining correlation", 1907), so a wanted rank correlation ρ
 * needs r = 2·sin(πρ/6). The scores are the Cholesky factor of that matrix times independent ones.
 * The first input of a group, and any that nothing before it is correlated with, keeps its own
 * draws to the bit. Immutable.
 */
public final class RankCorrelation {
  /** What a pivot may lose to rounding. */
  private static final double ROUNDING = 1e-14;

  private final List<String> inputs;
  private final long[] keys;
  private final double[][] factor;

  /**
   * A wanted rank correlation.
   *
   * @param first the name of an input
   * @param second the name of another
   * @param rank Spearman's rank correlation, between -1 and 1
   */
  public record Pair(String first, String second, double rank) {}

  private RankCorrelation(List<String> inputs, double[][] factor) {
    this.inputs = inputs;
    this.keys = inputs.stream().mapToLong(Draws::key).toArray();
    this.factor = factor;
  }

  /**
   * The inputs named in the pairs, in the order in which they are first named. Pairs that are not
   * named are uncorrelated.
   *
   * @throws InadmissibleSample where a correlation is not strictly between -1 and 1, a pair is
   *     named twice or with itself, or no random numbers have all these correlations at once; the
   *     reason then names the pairs that clash
   */
  public static RankCorrelation of(List<Pair> pairs) {
    Map<String, Integer> index = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      index.putIfAbsent(pair.first(), index.size());
      index.putIfAbsent(pair.second(), index.size());
    }
    int n = index.size();
    double[][] ranks = new double[n][n];
    boolean[][] named = new boolean[n][n];
    for (Pair pair : pairs) {
      int i = index.get(pair.first());
      int j = index.get(pair.second());
      admissible(pair, i == j, named[i][j]);
      named[i][j] = true;
      named[j][i] = true;
      ranks[i][j] = pair.rank();
      ranks[j][i] = pair.rank();
    }
    double[][] scores = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        scores[i][j] = i == j ? 1 : 2 * StrictMath.sin(Math.PI * ranks[i][j] / 6);
      }
    }
    List<String> inputs = List.copyOf(index.keySet());
    List<Integer> chosen = IntStream.range(0, n).boxed().toList();
    double[][] factor = new double[n][];
    int fit = factorise(scores, chosen, factor);
    if (fit < n) {
      throw clash(scores, ranks, named, chosen.subList(0, fit + 1), inputs);
    }
    return new RankCorrelation(inputs, factor);
  }

  private static void admissible(Pair pair, boolean same, boolean twice) {
    String both = pair.first() + " and " + pair.second();
    if (same) {
      throw new InadmissibleSample(
          pair.first() + " cannot be correlated with itself", "name two inputs");
    }
    if (twice) {
      throw new InadmissibleSample(
          "the correlation of " + both + " is given twice", "keep one of the two");
    }
    if (!(Math.abs(pair.rank()) < 1)) {
      throw new InadmissibleSample(
          "a rank correlation lies between -1 and 1, and that of "
              + both
              + " is "
              + text(pair.rank()),
          "give one strictly between; write two inputs that always move together as one");
    }
  }

  /** The Cholesky factor of the part of a matrix that some rows and columns make, or null. */
  private static double[][] factorise(double[][] matrix, List<Integer> rows) {
    double[][] lower = new double[rows.size()][];
    return factorise(matrix, rows, lower) < lower.length ? null : lower;
  }

  /** Fills in rows of the factor; how many there are before the first that has none. */
  private static int factorise(double[][] matrix, List<Integer> rows, double[][] lower) {
    int n = rows.size();
    for (int i = 0; i < n; i++) {
      Watched.look();
      lower[i] = new double[n];
      for (int j = 0; j <= i; j++) {
        double rest = matrix[rows.get(i)][rows.get(j)];
        for (int k = 0; k < j; k++) {
          rest -= lower[i][k] * lower[j][k];
        }
        if (i == j) {
          if (!(rest > ROUNDING * (i + 1))) {
            return i;
          }
          lower[i][i] = Math.sqrt(rest);
        } else {
          lower[i][j] = rest / lower[j][j];
        }
      }
    }
    return n;
  }

  private static InadmissibleSample clash(
      double[][] scores,
      double[][] ranks,
      boolean[][] named,
      List<Integer> failing,
      List<String> inputs) {
    // as few inputs as still clash: any of them left out, the others go together
    List<Integer> fewest = new ArrayList<>(failing);
    for (Integer input : failing) {
      List<Integer> without = new ArrayList<>(fewest);
      without.remove(input);
      if (factorise(scores, without) == null) {
        fewest = without;
      }
    }
    List<String> pairs = new ArrayList<>();
    int[] last = null;
    for (int a = 0; a < fewest.size(); a++) {
      for (int b = a + 1; b < fewest.size(); b++) {
        int i = fewest.get(a);
        int j = fewest.get(b);
        if (named[i][j]) {
          pairs.add(inputs.get(i) + " and " + inputs.get(j) + " at " + text(ranks[i][j]));
          last = new int[] {i, j};
        }
      }
    }
    String reason =
        "no random numbers have these rank correlations at once: " + String.join(", ", pairs);
    String cure = "weaken one of them";
    if (last != null) {
      fewest.remove((Integer) last[0]);
      fewest.remove((Integer) last[1]);
      cure = range(scores, fewest, last, inputs);
    }
    return new InadmissibleSample(reason, cure);
  }

  /** Between what bounds one correlation may lie while the others stay. */
  private static String range(
      double[][] scores, List<Integer> others, int[] pair, List<String> inputs) {
    List<Integer> order = new ArrayList<>(others);
    order.add(pair[0]);
    double[] first = factorise(scores, order)[others.size()];
    order.set(others.size(), pair[1]);
    double[] second = factorise(scores, order)[others.size()];
    int own = others.size();
    double shared = 0;
    for (int k = 0; k < own; k++) {
      shared += first[k] * second[k];
    }
    double free = first[own] * second[own];
    return "with the others as they are, that of "
        + inputs.get(pair[0])
        + " and "
        + inputs.get(pair[1])
        + " lies between "
        + text(rankOf(shared - free))
        + " and "
        + text(rankOf(shared + free));
  }

  private static double rankOf(double pearson) {
    return 6 / Math.PI * StrictMath.asin(Math.max(-1, Math.min(1, pearson)) / 2);
  }

  private static String text(double rank) {
    String text = String.format(Locale.ROOT, "%.3f", rank);
    return text.replaceAll("(\\.\\d*?)0+$", "$1").replaceAll("\\.$", "");
  }

  /** The inputs' names in the order of {@link #uniforms}. */
  public List<String> inputs() {
    return inputs;
  }

  /**
   * The uniform draws of all the inputs, correlated: their values are the quantiles of their own
   * distributions at these.
   *
   * @param draws the source
   * @param draw the draw's index
   */
  public double[] uniforms(Draws draws, long draw) {
    double[] own = new double[keys.length];
    for (int i = 0; i < keys.length; i++) {
      own[i] = draws.uniform(draw, keys[i]);
    }
    return correlated(own);
  }

  /**
   * Correlates independent uniform draws of the inputs, which lie strictly between 0 and 1.
   *
   * @param independent one for each input, in the order of {@link #inputs}
   */
  public double[] correlated(double[] independent) {
    int n = keys.length;
    double[] scores = new double[n];
    for (int i = 0; i < n; i++) {
      scores[i] = StandardNormal.quantile(independent[i]);
    }
    double[] uniforms = new double[n];
    for (int i = 0; i < n; i++) {
      boolean alone = true;
      double score = 0;
      for (int j = 0; j < i; j++) {
        alone &= factor[i][j] == 0;
        score += factor[i][j] * scores[j];
      }
      score += factor[i][i] * scores[i];
      uniforms[i] = alone ? independent[i] : inside(StandardNormal.cumulative(score));
    }
    return uniforms;
  }

  private static double inside(double probability) {
    return Math.max(Double.MIN_NORMAL, Math.min(Math.nextDown(1.0), probability));
  }
}
