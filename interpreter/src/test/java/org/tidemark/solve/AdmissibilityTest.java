package org.tidemark.solve;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, and that the refusal says which parameter, why and what would do. */
class AdmissibilityTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 1, 0, firms",
    "-3, 1, 1, 1, 0, firms",
    "2, 0, 1, 1, 0, choke",
    "2, -1, 1, 1, 0, choke",
    "2, NaN, 1, 1, 0, choke",
    "2, Infinity, 1, 1, 0, choke",
    "2, 1, 0, 1, 0, slope",
    "2, 1, -1, 1, 0, slope",
    "2, 1, 1, 0, 0, discountRate",
    "2, 1, 1, -0.1, 0, discountRate",
    "2, 1, 1, NaN, 0, discountRate",
    "2, 1, 1, 1, -1e-9, continuationValue",
    "2, 1, 1, 1, NaN, continuationValue",
    "2, 1, 1, 1, Infinity, continuationValue",
    "2, 1, 1, 1, 1e300, continuationValue",
    "2, 1e200, 1e-100, 1, 0, choke"
  })
  void gamesWithoutASolution(
      int firms, double choke, double slope, double rate, double continuation, String culprit) {
    InadmissibleGame refusal =
        assertThrows(
            InadmissibleGame.class,
            () -> new SymmetricGame(firms, choke, slope, rate, continuation));
    assertEquals(culprit, refusal.parameter());
    assertFalse(refusal.reason().isBlank());
    assertFalse(refusal.cure().isBlank());
    assertTrue(refusal.getMessage().startsWith(culprit + " = " + refusal.value() + ": "));
  }

  @Test
  void anythingFromZeroUpwardsMayBeGainedByCrossing() {
    SymmetricGame free = new SymmetricGame(5, 1, 1, 1, 0);
    for (double share : new double[] {0, 1e-300, 1, 4, 100, 1e12}) {
      SymmetricGame game = free.withContinuationValue(share * free.nashBound());
      assertDoesNotThrow(() -> game.markovPerfectEquilibrium().at(1));
      assertDoesNotThrow(() -> game.cooperativeOutcome().at(1));
      assertDoesNotThrow(() -> game.plannerOutcome().at(1));
    }
  }

  @ParameterizedTest
  @CsvSource({"-1", "NaN", "Infinity", "1e200"})
  void distancesThatAreNone(double remaining) {
    SymmetricGame game = new SymmetricGame(2, 1, 1, 1, 0.01);
    for (RemainingDistanceSolution solution :
        new RemainingDistanceSolution[] {
          game.markovPerfectEquilibrium(), game.cooperativeOutcome(), game.plannerOutcome()
        }) {
      InadmissibleGame refusal = assertThrows(InadmissibleGame.class, () -> solution.at(remaining));
      assertEquals("remaining", refusal.parameter());
      assertThrows(InadmissibleGame.class, () -> solution.presentValues(remaining));
      assertThrows(InadmissibleGame.class, () -> solution.remainingAfter(1, remaining));
    }
  }

  @ParameterizedTest
  @CsvSource({"-1", "NaN"})
  void timesThatAreNone(double time) {
    SymmetricGame game = new SymmetricGame(2, 1, 1, 1, 0.01);
    for (RemainingDistanceSolution solution :
        new RemainingDistanceSolution[] {
          game.markovPerfectEquilibrium(), game.cooperativeOutcome(), game.plannerOutcome()
        }) {
      assertThrows(InadmissibleGame.class, () -> solution.remainingAfter(time, 1));
      assertThrows(InadmissibleGame.class, () -> solution.distanceCrossedIn(time));
    }
  }

  @Test
  void lossesCompareOneGame() {
    SymmetricGame one = new SymmetricGame(2, 1, 1, 1, 0.01);
    MarkovPerfectEquilibrium nash = one.markovPerfectEquilibrium();
    CooperativeOutcome cooperative = one.withFirms(3).cooperativeOutcome();
    assertThrows(IllegalArgumentException.class, () -> WelfareLoss.of(nash, cooperative, 1));
  }

  @Test
  void regimesTurnAtTheBounds() {
    SymmetricGame free = new SymmetricGame(5, 436, 1.75, 0.08, 0);
    SymmetricGame game = free.withContinuationValue(free.nashBound());
    assertEquals(CrossingRegime.NEUTRAL, game.markovPerfectEquilibrium().regime());
    assertEquals(CrossingRegime.FEARED, game.cooperativeOutcome().regime());
    SymmetricGame more = free.withContinuationValue(free.cooperativeBound());
    assertEquals(CrossingRegime.DESIRED, more.markovPerfectEquilibrium().regime());
    assertEquals(CrossingRegime.NEUTRAL, more.cooperativeOutcome().regime());
    assertEquals(CrossingRegime.FEARED, more.plannerOutcome().regime());
    SymmetricGame most = free.withContinuationValue(free.plannerBound());
    assertEquals(CrossingRegime.NEUTRAL, most.plannerOutcome().regime());
    assertEquals(free.nashBound(), game.markovPerfectEquilibrium().continuationValueBound());
    assertEquals(free.plannerBound(), game.plannerOutcome().continuationValueBound());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2, 1, 1, firms",
    "3, 1, 1, 1, choke",
    "3, 1, 1, 2, choke",
    "3, 2, 0, 1, slope",
    "3, 2, 1, NaN, marginalCost"
  })
  void marketsWithoutOutput(int firms, double choke, double slope, double cost, String culprit) {
    InadmissibleGame refusal =
        assertThrows(InadmissibleGame.class, () -> new StaticCournot(firms, choke, slope, cost));
    assertEquals(culprit, refusal.parameter());
  }

  @Test
  void methodsSayHowManySteps() {
    SymmetricGame game = new SymmetricGame(5, 10, 1, 0.05, 8.275);
    OutcomeAtDistance nash = game.markovPerfectEquilibrium().at(60);
    assertEquals(
        "closed form (N-exact, log-gap form), Newton " + nash.newtonSteps() + " steps",
        nash.method());
    assertEquals(0, game.cooperativeOutcome().at(0).newtonSteps());
  }
}
