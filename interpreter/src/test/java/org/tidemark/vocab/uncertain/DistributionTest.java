package org.tidemark.vocab.uncertain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.value.Distribution;
import org.tidemark.spi.value.Truncated;

class DistributionTest {
  private static final List<Distribution> CONTINUOUS =
      List.of(
          new Normal(12, 2),
          LogNormal.between(10, 100),
          new LogNormal(30, 0.7, false),
          new Uniform(-1, 3),
          new Exponential(3),
          Scaled.beta(2, 5),
          Scaled.gamma(2, 3),
          Scaled.studentT(4, 12, 2),
          Scaled.triangular(1, 2, 5),
          Scaled.pert(1, 2, 5),
          new Empirical(new double[] {3, 7, 4, 5}),
          new Truncated(new Normal(0.23, 0.06), 0.2, 1));

  @Test
  void quantileAndCumulativeAreInverse() {
    for (Distribution distribution : CONTINUOUS) {
      for (double p = 0.01; p < 1; p += 0.07) {
        String what = distribution.text(UnitExpression.NONE) + " at " + p;
        assertEquals(p, distribution.cumulative(distribution.quantile(p)), 1e-9, what);
      }
    }
  }

  @Test
  void medianIsTheMiddleQuantile() {
    for (Distribution distribution : CONTINUOUS) {
      double median = distribution.median();
      String what = distribution.text(UnitExpression.NONE);
      assertEquals(distribution.quantile(0.5), median, 1e-9 * Math.abs(median), what);
    }
  }

  @Test
  void intervalHasNinetyPercentInside() {
    Distribution interval = LogNormal.between(10, 100);
    assertEquals(10, interval.quantile(0.05), 1e-12);
    assertEquals(100, interval.quantile(0.95), 1e-11);
    assertEquals(Math.sqrt(1000), interval.median());
    assertEquals("10 to 100", interval.text(UnitExpression.NONE));
    assertEquals(1e200, LogNormal.between(1e150, 1e250).median(), 1e186);
  }

  @Test
  void truncationKeepsWithinBounds() {
    Distribution share = new Truncated(new Normal(0.23, 0.06), 0, 1);
    assertEquals(0, share.cumulative(-0.1));
    assertEquals(1, share.cumulative(1));
    assertTrue(share.quantile(0) >= 0 && share.quantile(1) <= 1);
    assertEquals("0.23 +- 0.06 in 0..1", share.text(UnitExpression.NONE));
  }

  @Test
  void truncationCountsAtomsAtItsBounds() {
    Distribution die = new Discrete(new double[] {1, 2, 3}, new double[] {1, 1, 1});
    Distribution upper = new Truncated(die, 2, 3);
    assertEquals(0.5, upper.cumulative(2), 1e-12);
    assertEquals(2, upper.quantile(0.25));
    assertEquals(3, upper.quantile(0.75));
  }

  @Test
  void truncationRefusesWhereNothingLies() {
    Distribution uniform = new Uniform(0, 1);
    assertThrows(IllegalArgumentException.class, () -> new Truncated(uniform, 2, 3));
    assertThrows(IllegalArgumentException.class, () -> new Truncated(uniform, 0.5, 0.2));
  }

  @Test
  void discreteHasItsValuesOnly() {
    Distribution lots = new Discrete(new double[] {5, 1, 2, 9}, new double[] {0.3, 0.2, 0.5, 0});
    assertEquals(2, lots.median());
    assertEquals(1, lots.quantile(0));
    assertEquals(1, lots.quantile(0.2));
    assertEquals(5, lots.quantile(1));
    assertEquals(0.7, lots.cumulative(4), 1e-15);
    assertEquals(1, lots.cumulative(5));
  }

  /** The mean of the middle: of many quantiles, which are far from the tails. */
  private static double middle(Distribution distribution, double from, double to) {
    int parts = 20_000;
    double sum = 0;
    for (int i = 0; i < parts; i++) {
      sum += distribution.quantile(from + (to - from) * (i + 0.5) / parts);
    }
    return sum / parts;
  }

  @Test
  void meansBetweenBoundsAreThoseOfTheQuantiles() {
    List<Distribution> more =
        List.of(
            Scaled.studentT(1, 3, 2),
            Scaled.studentT(0.5, 0, 1),
            Scaled.triangular(1, 1, 5),
            Scaled.triangular(1, 5, 5),
            Scaled.beta(0.5, 0.5));
    for (Distribution distribution : Stream.concat(CONTINUOUS.stream(), more.stream()).toList()) {
      for (double from : new double[] {0.1, 0.45, 0.7}) {
        double low = distribution.quantile(from);
        double high = distribution.quantile(0.9);
        double mean = distribution.expectation(low, high).getAsDouble();
        String what = distribution.text(UnitExpression.NONE) + " from " + from;
        assertEquals(middle(distribution, from, 0.9), mean, 1e-6 * Math.abs(mean) + 1e-12, what);
        assertEquals(
            mean, new Truncated(distribution, low, high).expectation().getAsDouble(), what);
      }
    }
  }

  @Test
  void meansAreExactWhereThereIsOne() {
    double sigma = Math.log(1e9) / (2 * LogNormal.Z95);
    assertEquals(
        Math.sqrt(1e9) * Math.exp(sigma * sigma / 2),
        LogNormal.between(1, 1e9).expectation().getAsDouble(),
        1e2);
    assertEquals(12, new Normal(12, 2).expectation().getAsDouble());
    assertEquals(1, new Uniform(-1, 3).expectation().getAsDouble());
    assertEquals(3, new Exponential(3).expectation().getAsDouble());
    assertEquals(8, new Exponential(3).expectation(5, Double.POSITIVE_INFINITY).getAsDouble());
    assertEquals(2 / 7.0, Scaled.beta(2, 5).expectation().getAsDouble(), 1e-15);
    assertEquals(12, Scaled.studentT(1.5, 12, 2).expectation().getAsDouble());
    assertEquals(14 / 6.0, Scaled.pert(1, 2, 5).expectation().getAsDouble(), 1e-14);
    assertEquals(
        14 / 3.0, new Empirical(new double[] {3, 7, 4, 5}).expectation().getAsDouble(), 1e-14);
    Distribution lots = new Discrete(new double[] {5, 1, 2, 9}, new double[] {0.3, 0.2, 0.5, 0});
    assertEquals(2.7, lots.expectation().getAsDouble(), 1e-14);
    assertEquals(25 / 8.0, lots.expectation(2, 9).getAsDouble(), 1e-14);
    // sqrt(2 / pi), and far out 1 / 10 above the bound, nearly
    assertEquals(
        0.7978845608028654,
        new Normal(0, 1).expectation(0, Double.POSITIVE_INFINITY).getAsDouble(),
        1e-15);
    assertEquals(
        10.098093233962511,
        new Normal(0, 1).expectation(10, Double.POSITIVE_INFINITY).getAsDouble(),
        1e-12);
  }

  @Test
  void heavyTailsHaveNoMean() {
    Distribution cauchy = Scaled.studentT(1, 0, 1);
    assertTrue(cauchy.expectation().isEmpty());
    assertTrue(Scaled.studentT(0.7, 0, 1).expectation().isEmpty());
    assertTrue(cauchy.expectation(0, Double.POSITIVE_INFINITY).isEmpty());
    assertTrue(new Truncated(cauchy, Double.NEGATIVE_INFINITY, 3).expectation().isEmpty());
    assertEquals(0, cauchy.expectation(-2, 2).getAsDouble());
    assertTrue(LogNormal.between(1e-300, 1e300).expectation().isEmpty());
  }
}
