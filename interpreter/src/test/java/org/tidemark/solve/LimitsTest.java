package org.tidemark.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ends of the domain, where formulas become simple. */
class LimitsTest {
  private static final double A = 3;
  private static final double B = 0.7;
  private static final double R = 0.06;

  /** A dozen operations of half a unit in the last place each. */
  private static final double ROUNDING = 12 * 0x1p-53;

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, ROUNDING * Math.abs(expected));
  }

  private static SymmetricGame game(int firms, double share) {
    SymmetricGame free = new SymmetricGame(firms, A, B, R, 0);
    return free.withContinuationValue(share * free.nashBound());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 10, 50})
  void farAwayTheStaticMarketIsPlayed(int n) {
    SymmetricGame game = game(n, 0.3);
    double x = 2000 * A / (B * R);
    OutcomeAtDistance nash = game.markovPerfectEquilibrium().at(x);
    OutcomeAtDistance cooperative = game.cooperativeOutcome().at(x);
    OutcomeAtDistance planner = game.plannerOutcome().at(x);
    StaticCournot market = new StaticCournot(n, A, B, 0);
    assertClose(market.equilibrium().output(), nash.output());
    assertClose(market.equilibrium().price(), nash.price());
    assertClose(market.equilibrium().profit(), nash.profit());
    assertClose(market.cooperative().quantity(), cooperative.aggregateOutput());
    assertClose(market.planner().quantity(), planner.aggregateOutput());
    assertClose(market.planner().totalSurplus(), planner.totalSurplus());
    assertClose(game.nashBound(), nash.value());
    assertClose(game.cooperativeBound(), cooperative.value());
    assertClose(n * game.plannerBound(), game.plannerOutcome().totalSurplusValue(x));
    double ratio = (n - 1) / (n + 1.0);
    assertEquals(
        ratio * ratio,
        WelfareLoss.of(game.markovPerfectEquilibrium(), game.cooperativeOutcome(), x),
        ROUNDING);
    double u0 =
        Math.hypot(
            A * (n * n - 1),
            Math.sqrt(4 * n * n * B * (n + 1) * (n + 1) * R * game.continuationValue()));
    double rest =
        ((A * (1 + n * n) - u0) / A
                - (n * n - 1) * Math.log(2 * A * n * n / (A * (n * n - 1) + u0)))
            / (n * (n + 1) * R);
    assertClose(B * (n + 1) * x / (A * n) + rest, nash.timeToCrossing());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 10, 50})
  void atTheCrossingWithoutContinuation(int n) {
    SymmetricGame game = game(n, 0);
    OutcomeAtDistance nash = game.markovPerfectEquilibrium().at(0);
    assertEquals(0, nash.value());
    assertEquals(0, nash.timeToCrossing());
    assertClose(A / (n * n), nash.marginalValue());
    assertClose(A * (n - 1) / (B * n), nash.aggregateOutput());
    OutcomeAtDistance cooperative = game.cooperativeOutcome().at(0);
    assertEquals(0, cooperative.aggregateOutput());
    assertClose(A / n, cooperative.marginalValue());
    OutcomeAtDistance planner = game.plannerOutcome().at(0);
    assertEquals(0, planner.aggregateOutput());
    assertClose(A, planner.price());
    assertClose(A / n, planner.marginalValue());
    assertClose(
        1 - 1.0 / n, WelfareLoss.of(game.markovPerfectEquilibrium(), game.cooperativeOutcome(), 0));
  }

  /** Leading terms; the next one is smaller by the square root of xi. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 1e-20, 1e-28})
  void closeToTheCrossingWithoutContinuation(double xi) {
    int n = 5;
    SymmetricGame game = game(n, 0);
    double x = xi * A / (B * R);
    double next = 2 * Math.sqrt(xi);
    OutcomeAtDistance cooperative = game.cooperativeOutcome().at(x);
    assertEquals(1, cooperative.value() / (A * x / n), next + ROUNDING);
    assertEquals(1, cooperative.aggregateOutput() / Math.sqrt(A * R * x / B), next + ROUNDING);
    assertEquals(
        1, cooperative.timeToCrossing() / (2 * Math.sqrt(B * x / (A * R))), next + ROUNDING);
    OutcomeAtDistance planner = game.plannerOutcome().at(x);
    assertEquals(1, planner.timeToCrossing() / Math.sqrt(2 * B * x / (A * R)), next + ROUNDING);
    OutcomeAtDistance nash = game.markovPerfectEquilibrium().at(x);
    assertEquals(1, nash.timeToCrossing() / (B * n * x / (A * (n - 1))), next + ROUNDING);
    assertEquals(1, nash.value() / (A * x / (n * n)), next + ROUNDING);
    assertEquals(
        1 - 1.0 / n,
        WelfareLoss.of(game.markovPerfectEquilibrium(), game.cooperativeOutcome(), x),
        next + ROUNDING);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 50})
  void atTheBoundNothingIsHeldBack(int n) {
    double choke = n + 1;
    SymmetricGame game = new SymmetricGame(n, choke, 1, 1, 1);
    for (double x : new double[] {0, 1e-12, 1, 2000}) {
      OutcomeAtDistance nash = game.markovPerfectEquilibrium().at(x);
      assertEquals(1, nash.value());
      assertEquals(0, nash.marginalValue());
      assertClose(n, nash.aggregateOutput());
      assertClose(x / n, nash.timeToCrossing());
    }
    assertEquals(CrossingRegime.NEUTRAL, game.markovPerfectEquilibrium().regime());
  }

  @Test
  void valuesDoNotPassTheCrossingByMoreThanRounding() {
    SymmetricGame game = new SymmetricGame(5, 12, 0.11, 0.35, 1.3661079405024041);
    for (RemainingDistanceSolution solution :
        new RemainingDistanceSolution[] {
          game.markovPerfectEquilibrium(), game.cooperativeOutcome(), game.plannerOutcome()
        }) {
      assertEquals(game.continuationValue(), solution.value(0));
      assertEquals(0, solution.timeToCrossing(0));
    }
    assertEquals(0, WelfareLoss.of(game.markovPerfectEquilibrium(), game.cooperativeOutcome(), 0));
  }

  /** N = 5, S = 5 S_C: a gap of -0.0777 a/b at the crossing is on record. */
  @Test
  void overproductionEndsAboveItsBound() {
    SymmetricGame free = new SymmetricGame(5, 1, 1, 1, 0);
    SymmetricGame game = free.withContinuationValue(5 * free.cooperativeBound());
    double gap =
        game.markovPerfectEquilibrium().aggregateOutput(0)
            - game.cooperativeOutcome().aggregateOutput(0);
    assertEquals(-0.0777, gap, 5e-5);
    assertTrue(game.continuationValue() > game.overproductionBound());
    SymmetricGame at = free.withContinuationValue(free.overproductionBound());
    assertEquals(0, at.markovPerfectEquilibrium().price(0), ROUNDING);
    assertEquals(0, at.cooperativeOutcome().price(0), ROUNDING);
  }

  @Test
  void pricesBelowZeroAreReported() {
    SymmetricGame game = game(2, 12);
    MarkovPerfectEquilibrium nash = game.markovPerfectEquilibrium();
    assertEquals(CrossingRegime.DESIRED, nash.regime());
    assertTrue(nash.at(0).priceBelowZero());
    double turn = nash.priceNegativeBelow();
    assertTrue(nash.at(turn * 0.999).priceBelowZero());
    assertFalse(nash.at(turn * 1.001).priceBelowZero());
    assertEquals(0, nash.price(turn), ROUNDING * A);
    assertEquals(Double.POSITIVE_INFINITY, game.plannerOutcome().priceNegativeBelow());
    assertEquals(0, game(2, 0.5).plannerOutcome().priceNegativeBelow());
  }
}
