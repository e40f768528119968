package org.tidemark.solve.chance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleSummaryTest {
  private static final double NEVER = Double.POSITIVE_INFINITY;

  @Test
  void figuresAreThoseOfTheTextbook() {
    SampleSummary summary = SampleSummary.of(new double[] {2, 4, 4, 4, 5, 5, 7, 9});
    assertEquals(5, summary.mean().value());
    assertEquals(Math.sqrt(32.0 / 7), summary.sd().value(), 1e-15);
    assertEquals(Math.sqrt(32.0 / 7 / 8), summary.mean().error(), 1e-15);
    // type 7: position 0.25 * 7 = 1.75 and 0.9 * 7 = 6.3
    assertEquals(4, summary.quantile(0.25).value());
    assertEquals(7.6, summary.quantile(0.9).value(), 1e-15);
    assertEquals(2, summary.quantile(0).value());
    assertEquals(9, summary.quantile(1).value());
  }

  @Test
  void neverIsLaterThanEverythingAndFailuresAreCounted() {
    SampleSummary summary = SampleSummary.of(new double[] {3, NEVER, Double.NaN, 1, 2, NEVER});
    assertEquals(6, summary.draws());
    assertEquals(1, summary.failed());
    assertEquals(2, summary.never());
    assertEquals(3, summary.quantile(0.5).value());
    assertEquals(NEVER, summary.quantile(0.6).value());
    assertEquals(NEVER, summary.quantile(1).value());
    assertEquals(3, summary.histogram().count(0) + summary.histogram().count(1));
    assertEquals(0.6, summary.atOrBelow(1e300).value());
    InadmissibleSample refused = assertThrows(InadmissibleSample.class, summary::mean);
    assertEquals("a mean needs finite outcomes, and 2 of 5 draws never happen", refused.reason());
    assertThrows(InadmissibleSample.class, summary::sd);
    SampleSummary none = SampleSummary.of(new double[] {Double.NaN});
    assertThrows(InadmissibleSample.class, () -> none.quantile(0.5));
    assertThrows(InadmissibleSample.class, none::mean);
    assertThrows(InadmissibleSample.class, none::histogram);
    assertThrows(InadmissibleSample.class, () -> none.atOrBelow(1));
    assertEquals(1, SampleSummary.of(new double[] {1, NEVER, NEVER}).histogram().bins());
  }

  @Test
  void intervalsCoverAsOftenAsTheySay() {
    int samples = 400;
    int means = 0;
    int sds = 0;
    int medians = 0;
    int tails = 0;
    for (int s = 0; s < samples; s++) {
      Draws draws = new Draws(s);
      double[] sample =
          IntStream.range(0, 200)
              .mapToDouble(i -> StandardNormal.quantile(draws.uniform(i, 0)))
              .toArray();
      SampleSummary summary = SampleSummary.of(sample);
      means += covers(summary.mean(), 0);
      sds += covers(summary.sd(), 1);
      medians += covers(summary.quantile(0.5), 0);
      tails += covers(summary.quantile(0.9), 1.2815515655446004);
    }
    for (int covered : new int[] {means, sds, medians, tails}) {
      // 380 with a standard deviation of 4.4; skewness and whole ranks cost the sd and quantiles
      assertTrue(covered >= 360, covered + " of " + samples);
    }
  }

  private static int covers(Estimate estimate, double value) {
    return estimate.low() <= value && value <= estimate.high() ? 1 : 0;
  }

  @Test
  void extremesNeitherOverflowNorCancel() {
    SampleSummary huge = SampleSummary.of(new double[] {1.5e308, 1.7e308, 1.6e308});
    assertEquals(1.6e308, huge.mean().value(), 1e293);
    assertEquals(1e307, huge.sd().value(), 1e293);
    assertEquals(
        3, IntStream.range(0, huge.histogram().bins()).mapToLong(huge.histogram()::count).sum());
    SampleSummary offset = SampleSummary.of(new double[] {1e9 + 0.1, 1e9 + 0.2, 1e9 + 0.3});
    assertEquals(0.1, offset.sd().value(), 1e-7);
    SampleSummary alike = SampleSummary.of(new double[] {0.1, 0.1, 0.1});
    assertEquals(0.1, alike.mean().value());
    assertEquals(0, alike.sd().value());
    assertEquals(1, alike.histogram().bins());
  }

  @Test
  void histogramHoldsEveryOutcomeBetweenItsEdges() {
    double[] sample =
        IntStream.range(0, 5000)
            .mapToDouble(i -> Math.exp(StandardNormal.quantile(new Draws(3).uniform(i, 1))))
            .toArray();
    Histogram histogram = SampleSummary.of(sample).histogram();
    long[] counts = new long[histogram.bins()];
    for (int b = 0; b < counts.length; b++) {
      double low = histogram.edge(b);
      double high = histogram.edge(b + 1);
      boolean last = b == counts.length - 1;
      for (double x : sample) {
        counts[b] += x >= low && (x < high || last && x == high) ? 1 : 0;
      }
    }
    assertArrayEquals(
        counts, IntStream.range(0, counts.length).mapToLong(histogram::count).toArray());
    // mostly zeros: the quartiles coincide
    double[] mostly = new double[100];
    mostly[0] = 8;
    mostly[1] = 4;
    assertTrue(SampleSummary.of(mostly).histogram().bins() > 3);
  }

  @Test
  void probabilitiesHaveTheirTextbookIntervals() {
    // Brown, Cai and DasGupta (2001); Clopper and Pearson's own 0 of 10
    Proportion none = new Proportion(0, 10);
    assertEquals(0, none.clopperPearson(0.95).low());
    assertEquals(1 - Math.pow(0.025, 0.1), none.clopperPearson(0.95).high(), 1e-12);
    assertEquals(1 / 1.1 / 10 / 2, none.estimate().error(), 1e-15);
    Proportion some = new Proportion(15, 50);
    assertEquals(0.191036, some.estimate().low(), 1e-6);
    assertEquals(0.437504, some.estimate().high(), 1e-6);
    assertEquals(0.178618, some.clopperPearson(0.95).low(), 1e-6);
    assertEquals(0.446082, some.clopperPearson(0.95).high(), 1e-6);
  }
}
