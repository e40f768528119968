package org.tidemark.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tidemark.solve.GameArbitraries.Place;

/** Present values against the integrals over time that they stand for. */
class PresentValuesTest {
  /** Longer discounted times make the quadrature slow, not the values wrong. */
  private static final double HORIZON = 44;

  @Provide
  Arbitrary<Place> places() {
    return GameArbitraries.places();
  }

  @Property(tries = 100)
  void theyAreIntegralsOverTime(@ForAll("places") Place place) {
    SymmetricGame game = place.game();
    double x = place.remaining();
    for (RemainingDistanceSolution solution :
        List.of(
            game.markovPerfectEquilibrium(), game.cooperativeOutcome(), game.plannerOutcome())) {
      PresentValues values = solution.presentValues(x);
      double time = solution.timeToCrossing(x);
      if (game.discountRate() * time > HORIZON) {
        continue;
      }
      Integral profit = discounted(solution, x, time, OutcomeAtDistance::industryProfit);
      Integral surplus = discounted(solution, x, time, OutcomeAtDistance::consumerSurplus);
      double terminal =
          game.firms() * game.continuationValue() * Math.exp(-game.discountRate() * time);
      // the discount factor is as relatively off as its exponent is absolutely, and so is the user
      // cost; the quadrature stops at 1e-14
      double rounding = 0x1p-46 * (1 + game.discountRate() * time / 4);
      assertEquals(profit.value, values.profit(), rounding * (profit.size + terminal));
      assertEquals(surplus.value, values.consumerSurplus(), rounding * surplus.size);
      // a discounted time carries its absolute error into the factor
      assertEquals(
          terminal, values.continuation(), 0x1p-50 * (1 + game.discountRate() * time) * terminal);
      assertEquals(
          game.firms() * solution.value(x),
          values.industryValue(),
          rounding * (profit.size + game.firms() * game.continuationValue()));
      assertTrue(values.consumerSurplusError() <= 1e-13 * values.consumerSurplus());
    }
  }

  private record Integral(double value, double size) {}

  /**
   * Over panels of discounted time in which paths are smooth, and the size of what was added up.
   */
  private static Integral discounted(
      RemainingDistanceSolution solution,
      double initial,
      double time,
      ToDoubleFunction<OutcomeAtDistance> flow) {
    double rate = solution.game().discountRate();
    int panels = (int) Math.ceil(2 * rate * time);
    double value = 0;
    double size = 0;
    for (int i = 0; i < panels; i++) {
      double part =
          Quadrature.of(
                  t ->
                      Math.exp(-rate * t)
                          * flow.applyAsDouble(solution.at(solution.remainingAfter(t, initial))),
                  time * i / panels,
                  time * (i + 1) / panels)
              .value();
      value += part;
      size += Math.abs(part);
    }
    return new Integral(value, size);
  }
}
