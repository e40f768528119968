package org.tidemark.vocab.uncertain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
}
