package org.tidemark.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every value of the reference cases, computed elsewhere to thirty digits. */
class ReferenceCasesTest {
  /** A dozen operations of half a unit in the last place each. */
  private static final double ROUNDING = 12 * 0x1p-53;

  @TestFactory
  Stream<DynamicTest> everyCase() {
    return cases().map(node -> dynamicTest(node.get("id").asText(), () -> check(node)));
  }

  @Test
  void derivativePointsHaveTheValuesStated() {
    for (JsonNode point : ReferenceData.read("derivs_public.json").get("points")) {
      double firms = point.get("N").asDouble();
      if (firms != Math.rint(firms)) {
        continue;
      }
      SymmetricGame game = game(point);
      double x = point.get("x0").asDouble();
      Map<String, Double> computed = compute(game, x);
      computed.put("L", computed.get("welfare_loss"));
      point
          .get("value")
          .properties()
          .forEach(
              entry -> {
                double expected = entry.getValue().asDouble();
                assertEquals(
                    expected,
                    computed.get(entry.getKey()),
                    // 25 digits are given, and inputs enter with a condition of a few units
                    8 * ROUNDING * Math.abs(expected),
                    point.get("id").asText() + " " + entry.getKey());
              });
    }
  }

  private static Stream<JsonNode> cases() {
    JsonNode all = ReferenceData.read("cases_public.json").get("cases");
    return StreamSupport.stream(all.spliterator(), false);
  }

  private static void check(JsonNode node) {
    SymmetricGame game = game(node);
    Map<String, Double> computed = compute(game, node.get("x0").asDouble());
    List<String> wrong = new ArrayList<>();
    node.get("expected")
        .properties()
        .forEach(
            entry -> {
              String quantity = entry.getKey();
              BigDecimal expected = new BigDecimal(entry.getValue().asText());
              double condition = Math.max(1, node.get("cond").path(quantity).asDouble(1));
              double value = computed.get(quantity);
              double error = error(value, expected, scale(game, quantity));
              if (!(error <= ROUNDING * condition)) {
                wrong.add(
                    "%s: %s, expected %s, off by %.2g with condition %.4g"
                        .formatted(quantity, value, expected, error, condition));
              }
            });
    assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
  }

  private static SymmetricGame game(JsonNode node) {
    return new SymmetricGame(
        node.get("N").asInt(),
        node.get("a").asDouble(),
        node.get("b").asDouble(),
        node.get("r").asDouble(),
        node.get("S").asDouble());
  }

  private static Map<String, Double> compute(SymmetricGame game, double x) {
    MarkovPerfectEquilibrium nash = game.markovPerfectEquilibrium();
    CooperativeOutcome cooperative = game.cooperativeOutcome();
    Map<String, Double> values = new TreeMap<>();
    put(values, "N", nash, x);
    put(values, "C", cooperative, x);
    values.put("welfare_loss", WelfareLoss.of(nash, cooperative, x));
    return values;
  }

  private static void put(
      Map<String, Double> values, String suffix, RemainingDistanceSolution solution, double x) {
    OutcomeAtDistance outcome = solution.at(x);
    values.put("V_" + suffix, outcome.value());
    values.put("q_" + suffix, outcome.output());
    values.put("Q_" + suffix, outcome.aggregateOutput());
    values.put("T_" + suffix, outcome.timeToCrossing());
    values.put("Vp_" + suffix, outcome.marginalValue());
    values.put("Q_" + suffix + "_at0", solution.aggregateOutput(0));
    values.put("S_bound_" + suffix, solution.continuationValueBound());
  }

  /** Relative, or where zero or less than a double can hold is expected, in natural units. */
  private static double error(double value, BigDecimal expected, double scale) {
    BigDecimal difference = new BigDecimal(value).subtract(expected).abs();
    BigDecimal unit =
        expected.abs().compareTo(BigDecimal.valueOf(Double.MIN_NORMAL)) < 0
            ? new BigDecimal(scale)
            : expected.abs();
    return difference.divide(unit, MathContext.DECIMAL64).doubleValue();
  }

  private static double scale(SymmetricGame game, String quantity) {
    return switch (quantity.charAt(0)) {
      case 'V' -> quantity.startsWith("Vp") ? game.choke() : game.nashBound();
      case 'q', 'Q' -> game.choke() / game.slope();
      case 'T' -> 1 / game.discountRate();
      default -> 1;
    };
  }
}
