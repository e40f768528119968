package org.tidemark.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures worked out by hand or elsewhere, each to the digits it was written down with. */
class WorkedExamplesTest {

  @Test
  void fiveFirmsWithALittleContinuationValue() {
    SymmetricGame game = new SymmetricGame(5, 1, 1, 1, 0.004);
    OutcomeAtDistance nash = game.markovPerfectEquilibrium().at(0.6);
    OutcomeAtDistance cooperative = game.cooperativeOutcome().at(0.6);
    assertEquals(0.0176078508, nash.value(), 5e-11);
    assertEquals(0.821435, nash.aggregateOutput(), 5e-7);
    assertEquals(0.7367331065, nash.timeToCrossing(), 5e-11);
    assertEquals(0.0388316520, cooperative.value(), 5e-11);
    assertEquals(1.7984251467, cooperative.timeToCrossing(), 5e-11);
  }

  /** Distance chosen so that five firms cross in 3.8 years; cooperation takes 17.958. */
  @ParameterizedTest
  @CsvSource({
    "2, 0.556, 5.76, 0.291",
    "3, 0.688, 4.50, 0.499",
    "5, 0.807, 3.80, 0.689",
    "8, 0.877, 3.48, 0.803",
    "20, 0.950, 3.21, 0.920"
  })
  void moreFirms(int firms, double quantity, double time, double loss) {
    SymmetricGame game = new SymmetricGame(firms, 1, 1, 0.05, 0);
    double x = 0.152668 / 0.05;
    MarkovPerfectEquilibrium nash = game.markovPerfectEquilibrium();
    assertEquals(quantity, nash.aggregateOutput(x), 5e-4);
    assertEquals(time, nash.timeToCrossing(x), 5.1e-3);
    assertEquals(loss, WelfareLoss.of(nash, game.cooperativeOutcome(), x), 5e-4);
    assertEquals(17.958, game.cooperativeOutcome().timeToCrossing(x), 5e-4);
  }

  @Test
  void surplusUntilTheCrossing() {
    SymmetricGame game = new SymmetricGame(5, 1, 1, 1, 0);
    PresentValues nash = game.markovPerfectEquilibrium().presentValues(0.152668);
    PresentValues cooperative = game.cooperativeOutcome().presentValues(0.152668);
    assertEquals(0.0559, nash.consumerSurplus(), 5e-5);
    assertEquals(0.0273, nash.profit(), 5e-5);
    assertEquals(0.0128, cooperative.consumerSurplus(), 5e-5);
    assertEquals(0.0878, cooperative.profit(), 5e-5);
    assertEquals(0.0832, nash.totalSurplus(), 5e-5);
    assertEquals(0.1006, cooperative.totalSurplus(), 5e-5);
  }

  @Test
  void aStaticMarketOfFive() {
    StaticCournot market = new StaticCournot(5, 1, 1, 0);
    assertEquals(1 / 6.0, market.equilibrium().output(), 1e-16);
    assertEquals(1 / 6.0, market.equilibrium().price(), 1e-16);
    assertEquals(1 / 36.0, market.equilibrium().profit(), 1e-17);
    assertEquals(0.2, market.equilibrium().herfindahl(), 0);
    assertEquals(0.5, market.cooperative().quantity(), 0);
    assertEquals(0.05, market.cooperative().profit(), 1e-17);
    assertEquals(0, market.planner().industryProfit(), 0);
    assertEquals(0.5, market.planner().totalSurplus(), 0);
  }
}
