package org.tidemark.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StaticCournotTest {
  private static final StaticCournot MARKET = new StaticCournot(4, 30, 0.6, 5);

  @Test
  void noFirmGainsByProducingOtherwise() {
    StaticOutcome outcome = MARKET.equilibrium();
    double others = 3 * outcome.output();
    for (double factor : new double[] {0, 0.5, 0.9, 1.1, 2}) {
      double own = factor * outcome.output();
      assertTrue((30 - 0.6 * (own + others) - 5) * own < outcome.profit());
    }
  }

  @Test
  void threeWaysToRunTheMarket() {
    // Q = N m/(b (N+1)), m/(2b), m/b with margin m = 25; exact up to a few roundings
    double rounding = 4 * Math.ulp(25 / 0.6);
    assertEquals(4 * 25 / (0.6 * 5), MARKET.equilibrium().quantity(), rounding);
    assertEquals(25 / 1.2, MARKET.cooperative().quantity(), rounding);
    assertEquals(25 / 0.6, MARKET.planner().quantity(), rounding);
    assertEquals(5, MARKET.planner().price(), 0);
    assertEquals(17.5, MARKET.cooperative().price(), 0);
    assertEquals(10, MARKET.equilibrium().price(), Math.ulp(10.0));
    for (StaticOutcome outcome :
        new StaticOutcome[] {MARKET.equilibrium(), MARKET.cooperative(), MARKET.planner()}) {
      double quantity = outcome.quantity();
      assertEquals(30 - 0.6 * quantity, outcome.price(), 4 * Math.ulp(30.0));
      assertEquals(0.3 * quantity * quantity, outcome.consumerSurplus(), 1e-12);
      assertEquals((outcome.price() - 5) * quantity, outcome.industryProfit(), 1e-12);
    }
  }

  @Test
  void oneFirmIsACartel() {
    StaticCournot market = new StaticCournot(1, 30, 0.6, 5);
    assertEquals(market.cooperative(), market.equilibrium());
  }
}
