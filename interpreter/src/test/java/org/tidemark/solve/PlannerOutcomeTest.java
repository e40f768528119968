package org.tidemark.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The planner's closed forms, which no paper prints, against their differential equations and
 * integrals solved numerically. Units of choke, slope and discount rate.
 */
class PlannerOutcomeTest {
  /**
   * Few and long steps, for each adds a rounding, which extrapolation magnifies some twenty times.
   */
  private static final int STEPS = 50;

  private static final double ACCUMULATED = 20 * STEPS * 0x1p-53;

  private static final String GRID =
      """
      2, 1e-6, 0.001
      2, 0.02, 0.5
      5, 0.004, 0.6
      5, 0.004, 8
      5, 0.1, 2
      3, 0.5, 1.5
      50, 0.0001, 0.3
      """;

  @ParameterizedTest
  @CsvSource(textBlock = GRID)
  void welfareSolvesItsBellmanEquation(int firms, double sigma, double xi) {
    PlannerOutcome planner = new SymmetricGame(firms, 1, 1, 1, sigma).plannerOutcome();
    double welfare =
        Extrapolation.solve((x, w) -> 1 - Math.sqrt(2 * w), 0, firms * sigma, xi, STEPS);
    assertEquals(
        welfare, planner.totalSurplusValue(xi), ACCUMULATED * Math.max(welfare, firms * sigma));
  }

  /** V' = (P Q/N - V)/Q along the planner's path, with Q taken from the numerical welfare. */
  @ParameterizedTest
  @CsvSource(textBlock = GRID)
  void firmValueSolvesItsAccountingEquation(int firms, double sigma, double xi) {
    PlannerOutcome planner = new SymmetricGame(firms, 1, 1, 1, sigma).plannerOutcome();
    double value =
        Extrapolation.solve(
            (x, v) -> {
              double quantity = planner.aggregateOutput(x);
              return (1 - quantity) / firms - v / quantity;
            },
            0,
            sigma,
            xi,
            STEPS);
    assertEquals(value, planner.value(xi), ACCUMULATED * Math.max(value, sigma));
  }

  @ParameterizedTest
  @CsvSource({"5, 0, 0.6", "2, 0, 1e-6", "2, 0, 8", "5, 0.004, 0.6", "5, 0.3, 2"})
  void distanceAndTimeAreIntegralsOverOutput(int firms, double sigma, double xi) {
    PlannerOutcome planner = new SymmetricGame(firms, 1, 1, 1, sigma).plannerOutcome();
    double from = planner.aggregateOutput(0);
    double to = planner.aggregateOutput(xi);
    // output is close to its limit when far away, and its rounding is magnified as much
    double rounding = 0x1p-50 * (1 + 1 / Math.abs(1 - to));
    assertEquals(xi, Quadrature.of(z -> z / (1 - z), from, to).value(), Math.max(1, xi) * rounding);
    assertEquals(
        planner.timeToCrossing(xi),
        Quadrature.of(z -> 1 / (1 - z), from, to).value(),
        Math.max(1, xi) * rounding);
  }

  @ParameterizedTest
  @CsvSource({"5, 0, 0.6", "2, 0, 1e-6", "2, 0, 200", "5, 0.004, 0.6", "5, 0.3, 2"})
  void marginalValueIsTheSlopeOfFirmValue(int firms, double sigma, double xi) {
    PlannerOutcome planner = new SymmetricGame(firms, 1, 1, 1, sigma).plannerOutcome();
    OutcomeAtDistance outcome = planner.at(xi);
    // r V = P q - Q V'
    assertEquals(
        outcome.value(),
        outcome.profit() - outcome.aggregateOutput() * outcome.marginalValue(),
        0x1p-49 * (Math.abs(outcome.value()) + Math.abs(outcome.profit()) + sigma));
    assertEquals(outcome.price(), outcome.userCost(), 0x1p-52);
  }

  /** Modified midpoint steps with Richardson extrapolation (Gragg, Bulirsch, Stoer). */
  private static final class Extrapolation {
    private static final int[] SUBSTEPS = {2, 4, 6, 8, 10, 12, 14, 16};

    static double solve(
        DoubleBinaryOperator slope, double from, double value, double to, int steps) {
      double y = value;
      // steps that grow as a cube, because output may rise like a root from the crossing
      DoubleUnaryOperator grid = i -> from + (to - from) * Math.pow(i / steps, 3);
      for (int i = 0; i < steps; i++) {
        double x = grid.applyAsDouble(i);
        y = step(slope, x, y, grid.applyAsDouble(i + 1) - x);
      }
      return y;
    }

    private static double step(DoubleBinaryOperator slope, double x, double y, double length) {
      double[] row = new double[SUBSTEPS.length];
      for (int k = 0; k < SUBSTEPS.length; k++) {
        double previous = row[0];
        row[0] = midpoint(slope, x, y, length, SUBSTEPS[k]);
        for (int j = 1; j <= k; j++) {
          double ratio = (double) SUBSTEPS[k] / SUBSTEPS[k - j];
          double extrapolated = row[j - 1] + (row[j - 1] - previous) / (ratio * ratio - 1);
          previous = row[j];
          row[j] = extrapolated;
        }
      }
      return row[SUBSTEPS.length - 1];
    }

    private static double midpoint(
        DoubleBinaryOperator slope, double x, double y, double length, int substeps) {
      double h = length / substeps;
      double before = y;
      double now = y + h * slope.applyAsDouble(x, y);
      for (int i = 1; i < substeps; i++) {
        double after = before + 2 * h * slope.applyAsDouble(x + i * h, now);
        before = now;
        now = after;
      }
      return (before + now + h * slope.applyAsDouble(x + length, now)) / 2;
    }
  }
}
