package org.tidemark.vocab.industry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tidemark.spi.value.TableValue;

class MarketsTest {
  private static final String RIVALS =
      """
      firm rival[5] { discount_rate = 5 %/year }
      """;

  /** The timing calibration of the audit: S = 0, r = 5 %/year, xi = 0.152668. */
  private static final String PURE =
      RIVALS
          + """
          market numbers { demand = linear(choke: 1, slope: 1 year); firms = rival; remaining = 3.05336 }
          nash = equilibrium(numbers)
          coop = cooperative(numbers)
          """;

  private static final String DEMAND =
      "demand = linear(choke: 30 USD/GB, slope: 0.6 USD/GB/(EB/year)); ";

  private static String memory(String fields) {
    return RIVALS
        + "market memory { "
        + DEMAND
        + "firms = rival; "
        + fields
        + " }\nnash = equilibrium(memory)\n";
  }

  @Test
  void pureNumbersHaveTheValuesOfTheAudit() {
    assertEquals(3.800, Scripts.number(PURE + "show nash.time"), 5e-5);
    assertEquals(17.958, Scripts.number(PURE + "show coop.time"), 5e-4);
    assertEquals(0.689, Scripts.number(PURE + "show value_loss(nash, coop)"), 5e-4);
    assertEquals(0.8068, Scripts.number(PURE + "show nash.quantity"), 5e-5);
  }

  @Test
  void aSingleFirmCooperatesWithItself() {
    String one = PURE.replace("[5]", "[1]");
    assertEquals(Scripts.number(one + "show coop.time"), Scripts.number(one + "show nash.time"));
    assertEquals(0, Scripts.number(one + "show value_loss(nash, coop)"));
  }

  @Test
  void aCommonCostIsAddedBackToThePrice() {
    String cost =
        memory("remaining = 110 EB").replace("{ discount", "{ cost = 10 USD/GB; discount");
    String without = memory("remaining = 110 EB").replace("choke: 30", "choke: 20");
    for (String same : List.of("time", "quantity", "value", "profit")) {
      String show = "show nash." + same;
      assertEquals(Scripts.number(without + show), Scripts.number(cost + show), 1e-12, same);
    }
    assertEquals(
        Scripts.number(without + "show nash.price") + 10,
        Scripts.number(cost + "show nash.price"),
        1e-12);
  }

  @Test
  void withoutACrossingTheEquilibriumIsCournot() {
    Map<String, String> texts =
        Scripts.texts(memory("") + "show nash.quantity, nash.price, nash.profit, nash.method");
    assertEquals("41.6667 EB/year", texts.get("nash.quantity"));
    assertEquals("5 USD/GB", texts.get("nash.price"));
    assertEquals("41.6667 BUSD/year", texts.get("nash.profit"));
    Scripts.problem(memory("") + "show nash.time", "E0513");
  }

  @Test
  void whatWasCrossedTakesNoTime() {
    Map<String, String> texts =
        Scripts.texts(
            "curve ram = wright(cost: 12 USD/GB, at: 2 EB, learning_rate: 15 %)\n"
                + "crossing cheap when ram <= 12 USD/GB\n"
                + memory("drives = ram; produced = 5 EB; until = cheap")
                    .replace("%/year }", "%/year; continuation_value = 7 BUSD }")
                + "show nash.time, nash.value, nash.notes");
    assertEquals("0 year", texts.get("nash.time"));
    assertEquals("7 BUSD", texts.get("nash.value"));
    assertTrue(texts.get("nash.notes").contains("passed by 3 EB"));
    Scripts.problem(memory("remaining = -3 EB") + "show nash.time", "E0601");
  }

  @Test
  void thePathEndsAtTheCrossing() {
    String dated = memory("remaining = 110 EB; start = date(2024)");
    TableValue table =
        (TableValue)
            Scripts.values(dated + "show nash.path |> table(every: 6 month)")
                .values()
                .iterator()
                .next();
    assertEquals(
        List.of("t", "date", "remaining", "quantity", "price", "value", "profit"), table.columns());
    int last = table.rows().size() - 1;
    assertEquals(0, Values.find(table.rows().get(last).get(2)).orElseThrow().magnitude());
    assertEquals(
        Scripts.number(dated + "show nash.quantity"),
        Scripts.number(dated + "show nash.path.quantity(date(2024))"));
    Scripts.problem(dated + "show nash.path.price(20 year)", "E0501");
  }

  @Test
  void profilesStandForTheirStart() {
    Map<String, String> texts =
        Scripts.texts(
            memory("remaining = 110 EB")
                + "show a: nash.quantity(110 EB) - nash.quantity, b: nash.firm(rival[0]).value,"
                + " c: nash.firm(rival).value, d: nash.value");
    assertEquals("0 EB/year", texts.get("a"));
    assertEquals(texts.get("d"), texts.get("b"));
    assertEquals(texts.get("d"), texts.get("c"));
  }

  @Test
  void multipliersScaleDemandAndAreListed() {
    String script =
        memory("remaining = 110 EB")
            + """
            multiplier agentic on memory.demand = 3
            plain = this with { agentic = 1 }
            show nash.multipliers, plain.nash.multipliers, nash.bound / plain.nash.bound
            """;
    Map<String, String> texts = Scripts.texts(script);
    assertEquals("[\"agentic\"]", texts.get("nash.multipliers"));
    assertEquals("[]", texts.get("plain.nash.multipliers"));
    assertEquals("3", texts.get("nash.bound / plain.nash.bound"));
  }

  @Test
  void unlikeDimensionsAreRefusedBeforeAnythingRuns() {
    assertEquals(List.of("E0406"), Scripts.codes(memory("remaining = 3 TWh")));
    assertTrue(
        Scripts.problem(memory("remaining = 3 EB/year"), "E0406").contains("information / time"));
    String priced = "firm other { cost = 2 USD/kWh }\n";
    assertEquals(
        List.of("E0406"),
        Scripts.codes(priced + "market m1 { " + DEMAND + "firms = other; remaining = 3 EB }"));
  }

  @Test
  void whatDiffersNeedsItsFirm() {
    String unlike =
        """
        firm small { discount_rate = 5 %/year }
        firm large extends small { continuation_value = 50 BUSD }
        """;
    String market = "market mixed { " + DEMAND + "firms = [small, large]; remaining = 3 EB }\n";
    assertEquals(
        "the firms of mixed differ, so the value of a firm is not one number",
        Scripts.problem(unlike + market + "show equilibrium(mixed).value", "E0513"));
    Scripts.problem(
        memory("remaining = 3 EB").replace("discount_rate = 5 %/year", "cost = 1 USD/GB")
            + "show nash.time",
        "E0402");
  }
}
