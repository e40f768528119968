package org.tidemark.solve.adoption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.tidemark.solve.SharedReference;
import org.tidemark.solve.WrightCurve;
import org.tidemark.solve.derivative.Dual;
import org.tidemark.solve.derivative.WrightDerivatives;

/** Part G of the derivations: every value computed elsewhere to thirty digits. */
class GraduationMapTest {
  private static final double CLOSE = 1e-13;

  private static double number(JsonNode node, String field) {
    return node.get(field).asDouble();
  }

  private static void close(JsonNode node, String field, double found, double condition) {
    double expected = number(node, field);
    assertEquals(
        expected,
        found,
        CLOSE * condition * Math.max(Math.abs(expected), 1e-3),
        node + " " + field);
  }

  private static CostAdvantage advantage(JsonNode node, String friction) {
    return new CostAdvantage(
        number(node, "cstar"),
        number(node, friction),
        number(node, "mu"),
        number(node, "gamma"),
        number(node, "lam"));
  }

  @Test
  void productionThreshold() {
    for (JsonNode node : SharedReference.read("gmap.json").get("qbar_star")) {
      CostAdvantage advantage = advantage(node, "kappa");
      double alpha = number(node, "alpha");
      AdoptionThreshold threshold = advantage.threshold(number(node, "Qbar"), alpha);
      double ratio = number(node, "M");
      // a power of 1/alpha of a difference that may nearly vanish
      double condition = 1 / (alpha * Math.min(1, ratio));
      close(node, "M", advantage.costRatio(), 1 / Math.min(1, ratio));
      close(node, "c2", threshold.cost(), 1 / Math.min(1, ratio));
      close(node, "Qbar_star", threshold.cumulativeOutput(), condition);
      close(node, "ratio", threshold.factor(), condition);
      close(node, "dlnQs_dkappa", threshold.byFriction(), condition);
      close(node, "dlnQs_dlambda", threshold.byLatency(), condition);
      close(node, "dlnQs_dgamma", threshold.byContagion(), condition);
      close(node, "dlnQs_dalpha", threshold.byElasticity(), condition);
      if (advantage.friction() + advantage.abandonment() > 0) {
        close(node, "R0_at_Qbar", advantage.reproductionNumber(advantage.parity()), 1);
        assertEquals(1, advantage.reproductionNumber(threshold.cost()), 1e-12 * condition);
      }
    }
  }

  @Test
  void noThresholdWhereFrictionOutweighs() {
    for (JsonNode node : SharedReference.read("gmap.json").get("qbar_star_domain")) {
      CostAdvantage advantage = advantage(node, "kappa");
      InadmissibleAdoption refused =
          assertThrows(
              InadmissibleAdoption.class,
              () -> advantage.threshold(number(node, "Qbar"), number(node, "alpha")));
      assertEquals("friction", refused.parameter());
      assertEquals(
          advantage.contagion() * advantage.parity() - advantage.abandonment(), refused.bound());
    }
  }

  @Test
  void adoptionPath() {
    for (JsonNode node : SharedReference.read("gmap.json").get("adoption")) {
      LogisticAdoption adoption =
          new LogisticAdoption(
              number(node, "beta"),
              number(node, "gamma"),
              number(node, "kappa"),
              number(node, "mu"),
              number(node, "s0"));
      // with R0 next to one, growth is what is left of a difference
      double condition = adoption.drive() / Math.max(1e-3, Math.abs(adoption.growth()));
      close(node, "R0", adoption.reproductionNumber(), 1);
      close(node, "rho", adoption.growth(), condition);
      close(node, "s_inf", adoption.limit(), condition);
      for (JsonNode point : node.get("path")) {
        close(point, "s", adoption.share(number(point, "t")), condition);
      }
      JsonNode half = node.get("half_time");
      if (!half.isNull()) {
        close(half, "t", adoption.timeAt(number(half, "level")), condition);
      }
      assertEquals(3, adoption.timeAt(adoption.share(3)), 1e-9);
    }
  }

  @Test
  void learningCurves() {
    for (JsonNode node : SharedReference.read("gmap.json").get("wright")) {
      WrightCurve curve =
          new WrightCurve(number(node, "c0"), number(node, "Q0"), number(node, "alpha"));
      close(node, "progress_ratio", curve.progressRatio(), 1);
      close(node, "learning_rate", curve.learningRate(), 1);
      for (JsonNode point : node.get("pts")) {
        close(point, "c", curve.cost(number(point, "Q")), 1);
        WrightDerivatives cost = WrightDerivatives.ofCost(curve, number(point, "Q"));
        Dual alpha = Dual.input(curve.elasticity(), 1, 2);
        Dual quantity = Dual.input(number(point, "Q"), 0, 2);
        Dual ratio = quantity.over(Dual.constant(curve.referenceQuantity(), 2));
        Dual dual =
            Dual.constant(curve.referenceCost(), 2)
                .times(ratio.power(Dual.constant(0, 2).minus(alpha)));
        assertEquals(dual.partial(0), cost.argument(), 1e-14 * Math.abs(cost.argument()));
        assertEquals(dual.partial(1), cost.elasticity(), 1e-13 * cost.value());
        // the inverse function's derivative is one over the function's
        WrightDerivatives back = WrightDerivatives.ofQuantity(curve, cost.value());
        assertEquals(1, back.argument() * cost.argument(), 1e-12);
        assertEquals(-back.elasticity() * cost.argument(), cost.elasticity(), 1e-12 * cost.value());
      }
    }
  }

  @Test
  void timeToThreshold() {
    for (JsonNode node : SharedReference.read("gmap.json").get("time_to_threshold")) {
      WrightCurve curve =
          new WrightCurve(number(node, "c0"), number(node, "Q0"), number(node, "alpha"));
      double level = curve.quantityAt(number(node, "cstar"));
      close(node, "Qbar", level, 4);
      GrowingOutput output =
          new GrowingOutput(number(node, "Q0"), number(node, "q0"), number(node, "g"));
      GrowingOutput.Reached reached = output.timeTo(level);
      if (node.get("t").asText().startsWith("Infinity")) {
        assertEquals(Double.POSITIVE_INFINITY, reached.time());
        continue;
      }
      close(node, "t", reached.time(), 8);
      assertEquals(level, output.after(reached.time()), 1e-12 * level);
      double h = 1e-6;
      double more =
          new GrowingOutput(output.cumulative(), output.output(), output.growth() + h)
              .timeTo(level)
              .time();
      double less =
          new GrowingOutput(output.cumulative(), output.output(), output.growth() - h)
              .timeTo(level)
              .time();
      assertEquals(
          (more - less) / (2 * h), reached.byGrowth(), 1e-6 * Math.abs(reached.byGrowth()));
    }
  }

  @Test
  void lag() {
    for (JsonNode node : SharedReference.read("gmap.json").get("lag")) {
      AdoptionLag lag =
          new AdoptionLag(
              advantage(node, "kappa0"),
              number(node, "kappa_inf"),
              number(node, "tau"),
              number(node, "alpha"),
              number(node, "Qbar"),
              number(node, "Q0"),
              number(node, "g"));
      close(node, "t_hardware", lag.hardwareTime(), 1);
      close(node, "t_R0", lag.adoptionTime(), 4);
      close(node, "lag", lag.lag(), 16);
      assertTrue(Double.isFinite(lag.lag()));
    }
  }
}
