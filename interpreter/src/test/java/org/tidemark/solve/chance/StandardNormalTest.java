package org.tidemark.solve.chance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Against values computed with 40 digits. */
class StandardNormalTest {
  /** Wide enough for the rounding of z / sqrt 2, which its square in the exponent magnifies. */
  private static final double TOLERANCE = 2e-15;

  private static final double[][] CUMULATIVE = {
    {-38, 2.8854283600687843e-316},
    {-37.5, 4.6053530095819548e-308},
    {-20, 2.7536241186062337e-89},
    {-8.3, 5.205569744890254e-17},
    {-5.7, 5.9903714010635282e-9},
    {-3, 0.0013498980316300945},
    {-1.5, 0.066807201268858066},
    {-0.7, 0.24196365222307303},
    {-0.66, 0.25462691467133614},
    {-0.1, 0.46017216272297102},
    {-1e-10, 0.49999999996010577},
    {0.3, 0.61791142218895263},
    {0.9, 0.81593987465324052},
    {2, 0.97724986805182079},
    {4, 0.99996832875816688},
    {6, 0.99999999901341235},
    {8, 0.99999999999999938}
  };
  private static final double[][] QUANTILE = {
    {1e-300, -37.047096299361199},
    {1e-100, -21.273453560965324},
    {1e-20, -9.2623400897984076},
    {1e-09, -5.9978070150076869},
    {0.001, -3.0902323061678135},
    {0.02, -2.053748910631823},
    {0.0749, -1.4402382675279637},
    {0.0751, -1.43882539275254},
    {0.3, -0.52440051270804082},
    {0.4999999, -2.5066282747031065e-7},
    {0.6, 0.25334710313579974},
    {0.975, 1.9599639845400539},
    {0.999999, 4.7534243088170878}
  };

  @Test
  void cumulativeHoldsFarIntoTheTail() {
    for (double[] row : CUMULATIVE) {
      double magnified = TOLERANCE * Math.max(1, row[0] * row[0] / 8);
      assertEquals(row[1], StandardNormal.cumulative(row[0]), magnified * row[1], "z " + row[0]);
    }
    assertEquals(0, StandardNormal.cumulative(Double.NEGATIVE_INFINITY));
    assertEquals(1, StandardNormal.cumulative(Double.POSITIVE_INFINITY));
    assertEquals(0.5, StandardNormal.cumulative(0));
  }

  @Test
  void quantileHoldsFarIntoTheTail() {
    for (double[] row : QUANTILE) {
      double expected = row[1];
      double tolerance = TOLERANCE * Math.abs(expected);
      assertEquals(expected, StandardNormal.quantile(row[0]), tolerance, "p " + row[0]);
    }
    assertEquals(0, StandardNormal.quantile(0.5));
    assertEquals(Double.NEGATIVE_INFINITY, StandardNormal.quantile(0));
    assertEquals(Double.POSITIVE_INFINITY, StandardNormal.quantile(1));
  }
}
