package org.tidemark.vocab.industry;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.quantity.UnitTable;

/**
 * The reference cases read as markets in USD/GB and EB/year: through base units, which are many
 * orders of magnitude away, and back. The values are then in BUSD and the times in years.
 */
class ReferenceCasesInUnitsTest {
  /** A dozen operations, and as many conversions. */
  private static final double ROUNDING = 24 * 0x1p-53;

  private static final UnitExpression PRICE = unit("USD").over(unit("GB"));
  private static final UnitExpression OUTPUT = unit("EB").over(unit("year"));
  private static final UnitExpression RATE = UnitExpression.NONE.over(unit("year"));

  private static UnitExpression unit(String name) {
    return UnitExpression.of(UnitTable.standard().find(name).orElseThrow());
  }

  @TestFactory
  Stream<DynamicTest> everyCase() throws IOException {
    Path module = Path.of(System.getProperty("basedir", ""));
    Path file =
        module.toAbsolutePath().resolve("../../shared/reference/cases_public.json").normalize();
    assumeTrue(Files.isReadable(file), "no reference values to compare with");
    JsonNode cases = new ObjectMapper().readTree(file.toFile()).get("cases");
    return StreamSupport.stream(cases.spliterator(), false)
        .map(node -> dynamicTest(node.get("id").asText(), () -> check(node)));
  }

  private static void check(JsonNode node) {
    MarketValue market = market(node);
    SolutionValue nash = MarketSolver.solve(market, Concept.EQUILIBRIUM, null);
    SolutionValue coop = MarketSolver.solve(market, Concept.COOPERATIVE, null);
    List<String> wrong = new ArrayList<>();
    compare(node, "V_N", start(nash, Measure.VALUE, unit("BUSD")), wrong);
    compare(node, "V_C", start(coop, Measure.VALUE, unit("BUSD")), wrong);
    compare(node, "q_N", start(nash, Measure.FIRM_QUANTITY, OUTPUT), wrong);
    compare(node, "Q_N", start(nash, Measure.QUANTITY, OUTPUT), wrong);
    compare(node, "Q_C", start(coop, Measure.QUANTITY, OUTPUT), wrong);
    compare(node, "T_N", Values.find(nash.time()).orElseThrow().in(unit("year")), wrong);
    compare(node, "T_C", Values.find(coop.time()).orElseThrow().in(unit("year")), wrong);
    compare(node, "S_bound_N", Values.find(nash.bound()).orElseThrow().in(unit("BUSD")), wrong);
    assertTrue(wrong.isEmpty(), wrong::toString);
    assertTrue(nash.residual() < 1e-14 && coop.residual() < 1e-14);
  }

  private static MarketValue market(JsonNode node) {
    Object identity = new Object();
    FirmValue firm =
        new FirmValue(
            "rival",
            identity,
            Quantity.pure(0),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Quantity.of(node.get("r").asDouble(), RATE)),
            Quantity.of(node.get("S").asDouble(), unit("BUSD")));
    List<FirmValue> firms = new ArrayList<>();
    for (int i = 0; i < node.get("N").asInt(); i++) {
      firms.add(firm);
    }
    return new MarketValue(
        "memory",
        new LinearDemandValue(
            Quantity.of(node.get("a").asDouble(), PRICE),
            Quantity.of(node.get("b").asDouble(), PRICE.over(OUTPUT)),
            List.of()),
        firms,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Quantity.of(node.get("x0").asDouble(), unit("EB"))),
        Optional.empty(),
        UnitTable.standard());
  }

  private static double start(SolutionValue solution, Measure measure, UnitExpression unit) {
    return solution.profile(measure).quantity().orElseThrow().in(unit);
  }

  private static void compare(JsonNode node, String name, double value, List<String> wrong) {
    double expected = node.get("expected").get(name).asDouble();
    double condition = Math.max(1, node.get("cond").path(name).asDouble(1));
    double error = Math.abs(value - expected) / (expected == 0 ? 1 : Math.abs(expected));
    if (!(error <= ROUNDING * condition)) {
      wrong.add(name + ": " + value + ", expected " + expected + ", off by " + error);
    }
  }
}
