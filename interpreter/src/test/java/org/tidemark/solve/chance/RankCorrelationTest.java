package org.tidemark.solve.chance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tidemark.solve.chance.RankCorrelation.Pair;

class RankCorrelationTest {
  private static final int N = 20_000;

  @Test
  void ranksAreCorrelatedAsAskedAndMarginalsStay() {
    RankCorrelation correlation =
        RankCorrelation.of(
            List.of(new Pair("a", "b", 0.6), new Pair("b", "c", -0.5), new Pair("a", "c", -0.2)));
    assertEquals(List.of("a", "b", "c"), correlation.inputs());
    Draws draws = new Draws(11);
    double[][] samples = new double[3][N];
    for (int i = 0; i < N; i++) {
      double[] uniforms = correlation.uniforms(draws, i);
      assertEquals(draws.uniform(i, Draws.key("a")), uniforms[0]);
      for (int k = 0; k < 3; k++) {
        samples[k][i] = uniforms[k];
      }
    }
    double tolerance = 5 / Math.sqrt(N);
    assertEquals(0.6, spearman(samples[0], samples[1]), tolerance);
    assertEquals(-0.5, spearman(samples[1], samples[2]), tolerance);
    assertEquals(-0.2, spearman(samples[0], samples[2]), tolerance);
    for (double[] sample : samples) {
      Arrays.sort(sample);
      for (int i = 0; i < N; i++) {
        // Kolmogorov and Smirnov's distance, at one in a million
        assertEquals((i + 0.5) / N, sample[i], 2.7 / Math.sqrt(N));
      }
    }
  }

  private static double spearman(double[] x, double[] y) {
    int[] first = ranks(x);
    int[] second = ranks(y);
    double sum = 0;
    for (int i = 0; i < N; i++) {
      double difference = first[i] - second[i];
      sum += difference * difference;
    }
    return 1 - 6 * sum / N / ((double) N * N - 1);
  }

  private static int[] ranks(double[] x) {
    Integer[] order = IntStream.range(0, N).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> x[i]));
    int[] ranks = new int[N];
    for (int i = 0; i < N; i++) {
      ranks[order[i]] = i;
    }
    return ranks;
  }

  @Test
  void clashingPairsAreNamedAndTheCureWorks() {
    List<Pair> pairs =
        List.of(
            new Pair("x", "y", 0.3),
            new Pair("a", "b", 0.9),
            new Pair("b", "c", 0.9),
            new Pair("x", "a", 0.1),
            new Pair("a", "c", -0.5));
    InadmissibleSample clash =
        assertThrows(InadmissibleSample.class, () -> RankCorrelation.of(pairs));
    assertEquals(
        "no random numbers have these rank correlations at once: a and b at 0.9, a and c at -0.5,"
            + " b and c at 0.9",
        clash.reason());
    assertEquals(
        "with the others as they are, that of b and c lies between -0.816 and -0.107",
        clash.cure());
    RankCorrelation.of(
        List.of(new Pair("a", "b", 0.9), new Pair("b", "c", -0.11), new Pair("a", "c", -0.5)));
    for (double rank : new double[] {1, -1, 2, Double.NaN}) {
      List<Pair> one = List.of(new Pair("a", "b", rank));
      assertThrows(InadmissibleSample.class, () -> RankCorrelation.of(one));
    }
    List<Pair> self = List.of(new Pair("a", "a", 0.5));
    assertTrue(
        assertThrows(InadmissibleSample.class, () -> RankCorrelation.of(self))
            .reason()
            .contains("itself"));
    List<Pair> twice = List.of(new Pair("a", "b", 0.5), new Pair("b", "a", 0.5));
    assertThrows(InadmissibleSample.class, () -> RankCorrelation.of(twice));
  }
}
