package org.tidemark.solve.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.solve.OutcomeAtDistance;
import org.tidemark.solve.SymmetricGame;
import org.tidemark.solve.equation.Box;
import org.tidemark.solve.equation.VectorFunction;

/** The working paper's headline figures, and what they pin down. */
class CalibratorTest {
  private static final int FIRMS = 5;

  /** Crossing times and the loss of value for r, S/S_N and xi, with a = b = 1. */
  private static double[] headline(double rate, double share, double xi) {
    SymmetricGame game =
        new SymmetricGame(FIRMS, 1, 1, rate, share / (rate * (FIRMS + 1) * (FIRMS + 1)));
    OutcomeAtDistance nash = game.markovPerfectEquilibrium().at(xi / rate);
    OutcomeAtDistance coop = game.cooperativeOutcome().at(xi / rate);
    return new double[] {
      nash.timeToCrossing(),
      coop.timeToCrossing(),
      1 - nash.value() / coop.value(),
      nash.aggregateOutput() / coop.aggregateOutput()
    };
  }

  private static Box box(double lowestRate, double highestRate) {
    return new Box(
        List.of("r", "share", "xi"),
        new double[] {lowestRate, 0, 1e-4},
        new double[] {highestRate, 1, 1});
  }

  private static VectorFunction logs() {
    return p -> {
      double[] all = headline(p[0], p[1], p[2]);
      return new double[] {StrictMath.log(all[0]), StrictMath.log(all[1]), StrictMath.log(all[2])};
    };
  }

  private static List<Target> logTargets() {
    return List.of(
        new Target("ln T_N", StrictMath.log(3.8), 1),
        new Target("ln T_C", StrictMath.log(18), 1),
        new Target("ln L", StrictMath.log(0.341), 1));
  }

  @Test
  void timesAndLossTogetherPinDownTheDiscountRate() {
    Calibration found =
        Calibrator.calibrate(
            box(0.001, 0.2),
            List.of(
                new Target("T_N", 3.8, 0.05),
                new Target("T_C", 18, 0.5),
                new Target("L", 0.341, 0.0005)),
            p -> Arrays.copyOf(headline(p[0], p[1], p[2]), 3));
    assertTrue(found.met());
    assertTrue(found.residual() < 1e-10);
    assertEquals(0.008621994132, found.value(0), 5e-13);
    assertEquals(0.1489386490, found.value(1), 5e-11);
    assertEquals(0.02639702085, found.value(2), 5e-12);
    assertEquals(
        4.1339,
        headline(found.value(0), found.value(1), found.value(2))[3],
        5e-5,
        "the paper: 3-4");
    assertTrue(found.identification().complete());
    assertTrue(found.others().isEmpty());
    // the targets' rounding box allows r from 0.00785 to 0.00949
    assertTrue(found.interval(0).lower() > 0.00785 && found.interval(0).upper() < 0.00949);
  }

  @Test
  void withAPlausibleRateTheTargetsCannotBeMetTogether() {
    // least squares by scipy.optimize.minimize on closed forms at thirty digits
    double[][] expected = {
      {0.03, 4.5379499, 13.874486, 0.38843796, 0.1162290167149932},
      {0.05, 4.8709359, 12.738768, 0.40334138, 0.20935972821787216},
      {0.10, 5.3249559, 11.654316, 0.42080768, 0.3470242166475391}
    };
    for (double[] row : expected) {
      Calibration found = Calibrator.calibrate(box(row[0], 0.10), logTargets(), logs());
      assertEquals(row[0], found.value(0), "the best rate is the lowest");
      assertEquals(row[1], StrictMath.exp(found.result(0)), 2e-7);
      assertEquals(row[2], StrictMath.exp(found.result(1)), 2e-6);
      assertEquals(row[3], StrictMath.exp(found.result(2)), 2e-8);
      assertEquals(row[4], found.sumOfSquares(), 1e-14);
    }
  }

  /** Without a continuation value the loss lies between 4/9 and 4/5 for five firms. */
  @Test
  void withoutAContinuationValueTheLossCannotBeMet() {
    Calibration found =
        Calibrator.calibrate(
            new Box(List.of("r", "xi"), new double[] {1e-3, 1e-4}, new double[] {0.2, 10}),
            List.of(new Target("L", 0.341, 0.0005)),
            p -> new double[] {headline(p[0], 0, p[1])[2]});
    assertFalse(found.met());
    assertTrue(found.result(0) > 4.0 / 9);
  }

  @Test
  void whatTheTargetsDoNotTellIsNamed() {
    Calibration found =
        Calibrator.calibrate(
            new Box(List.of("a", "b", "c"), new double[] {0.1, 0.1, -1}, new double[] {10, 10, 1}),
            List.of(new Target("ab", 2, 0.1), new Target("a2b2", 4, 0.1)),
            p -> new double[] {p[0] * p[1], p[0] * p[0] * p[1] * p[1]});
    assertEquals(1, found.identification().rank());
    assertEquals(
        List.of(
            "the targets stay as they are when a rises by 1 % and b falls by 1 %",
            "no target depends on c"),
        found.identification().sentences());
    assertTrue(found.interval(2).openBelow() && found.interval(2).openAbove());
  }

  @Test
  void otherSolutionsAndIntervals() {
    Calibration found =
        Calibrator.calibrate(
            Box.of("x", -3, 3),
            List.of(new Target("square", 2, 0.1)),
            p -> new double[] {p[0] * p[0]});
    assertEquals(1, found.others().size());
    assertEquals(-found.value(0), found.others().get(0)[0], 1e-12);
    double near = Math.abs(found.value(0));
    assertEquals(Math.sqrt(2), near, 1e-15);
    assertEquals(
        Math.sqrt(2.1) - Math.sqrt(1.9),
        found.interval(0).upper() - found.interval(0).lower(),
        1e-5);
  }
}
