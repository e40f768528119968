package org.tidemark.solve.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.solve.ReferenceData;

/** Games of unequal firms, computed elsewhere to 25 digits by other methods. */
class UnequalReferenceTest {
  /** Values are sums of many steps; marginal values cancel where firms hardly fear the crossing. */
  private static final double CLOSE = 1e-12;

  static Stream<JsonNode> cases() {
    JsonNode all = ReferenceData.read("asym_public.json").get("cases");
    return StreamSupport.stream(all.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void taylorSeries(JsonNode node) {
    check(node, game(node).markovPerfectEquilibrium(), CLOSE);
  }

  /** The other method, that takes any demand, on the same games. */
  @ParameterizedTest
  @MethodSource("cases")
  void collocation(JsonNode node) {
    UnequalGame game = game(node);
    FirmGroups groups = new FirmGroups(game.firms());
    check(
        node, new GameSolution(game, groups, new RivalDynamics(game.demand(), groups)), 10 * CLOSE);
  }

  static UnequalGame game(JsonNode node) {
    List<Firm> firms = new ArrayList<>();
    for (int i = 0; i < node.get("N").asInt(); i++) {
      firms.add(
          new Firm(
              MarginalCost.of(node.get("c").get(i).asDouble()),
              node.get("k").get(i).asDouble(Firm.UNLIMITED),
              node.get("r").asDouble(),
              node.get("S").get(i).asDouble()));
    }
    return new UnequalGame(
        InverseDemand.linear(node.get("a").asDouble(), node.get("b").asDouble()), firms);
  }

  private static void check(JsonNode node, GameSolution solution, double within) {
    String name = node.get("id").asText() + " " + node.get("name").asText();
    double x0 = node.get("x0").asDouble();
    double a = node.get("a").asDouble();
    assertEquals(1, solution.timeToCrossing(x0) / node.get("T_star").asDouble(), within, name);
    for (JsonNode point : node.get("points")) {
      MarketOutcome at = solution.at(point.get("x").asDouble());
      String where = name + " at " + at.remaining();
      close(point.get("Q").asDouble(), at.quantity(), within, 0, where + " Q");
      close(point.get("T").asDouble(), at.timeToCrossing(), within, 0, where + " T");
      double most = at.firms().stream().mapToDouble(FirmOutcome::value).max().orElseThrow();
      for (int i = 0; i < at.firms().size(); i++) {
        FirmOutcome firm = at.firms().get(i);
        close(
            point.get("V").get(i).asDouble(), firm.value(), within, 1e-4 * most, where + " V" + i);
        close(
            point.get("Vp").get(i).asDouble(), firm.shadowPrice(), within, 1e-4 * a, where + " V'");
        close(
            point.get("q").get(i).asDouble(), firm.quantity(), within, 1e-4 * at.quantity(), where);
        assertEquals(letter(firm.activity()), point.get("regime").asText().charAt(i), where);
      }
    }
    List<RegimeSwitch> switches = solution.switches(x0);
    assertEquals(node.get("switches").size(), switches.size(), name + switches);
    for (int i = 0; i < switches.size(); i++) {
      JsonNode expected = node.get("switches").get(i);
      RegimeSwitch found = switches.get(i);
      assertEquals(expected.get("firm").asInt(), found.firm(), name);
      close(expected.get("x").asDouble(), found.remaining(), 100 * within, 0, name + " switch");
      assertEquals(expected.get("from").asText().charAt(0), letter(found.nearer()), name);
      assertEquals(expected.get("to").asText().charAt(0), letter(found.farther()), name);
    }
    assertTrue(solution.residual(x0) < 1e-9, name + " residual " + solution.residual(x0));
    assertTrue(
        solution.errorEstimate(x0) < 10 * within, name + " error " + solution.errorEstimate(x0));
    double back = solution.distanceCrossedIn(solution.timeToCrossing(x0));
    assertEquals(1, back / x0, 1e-13, name + " distance after time");
  }

  private static void close(
      double expected, double actual, double within, double floor, String what) {
    assertEquals(expected, actual, within * Math.max(Math.abs(expected), floor), what);
  }

  private static char letter(Activity activity) {
    return switch (activity) {
      case INTERIOR -> 'I';
      case AT_CAPACITY -> 'K';
      case SHUT_DOWN -> 'Z';
    };
  }
}
