package org.tidemark.vocab.industry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.model.Outcome;
import org.tidemark.model.Watch;
import org.tidemark.spi.value.ClaimValue;
import org.tidemark.spi.value.ClaimValue.Verdict;

/** Readings, bounds, and claims that cannot be computed. */
class ClaimReadingsTest {
  private static final String INPUTS =
      """
      /// Output in 2025. It is printed nowhere.
      param output: EB = missing @estimated("paper, 3.7")
      param share = 50 % in 0..100 %
      too_much = (this with { share = 3 }).share
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ a: 3, b: 3 }              | reproduced",
        "{ a: 4, b: 5 }              | contradicted",
        "{ a: 3, b: 4 }              | ambiguous",
        "{ a: 3, b: output / 1 EB }  | reproduced",
        "{ a: 4, b: output / 1 EB }  | contradicted",
        "{ a: 4, b: too_much }       | contradicted",
        "{ a: output / 1 EB }        | not reproducible",
        "{ a: too_much, b: missing } | not reproducible",
        "{ a: 3, b: 4, c: too_much } | ambiguous"
      })
  void eachReadingIsCompared(String readings, String verdict) {
    String script =
        INPUTS + "claim c { reported = 3; readings = " + readings + " }\nshow c.verdict";
    assertEquals(verdict, Scripts.texts(script).get("c.verdict"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at_least = 70 %       | 0.7          | reproduced   | 0 %",
        "at_least = 70 %       | 0.9          | reproduced   | 0 %",
        "at_least = 70 %       | 0.5          | contradicted | -20 %",
        "at_most = 70 %        | 0.75         | contradicted | 5 %",
        "at_most = 70 %        | 0.5          | reproduced   | 0 %",
        "at_least = date(2028) | date(2027)   | contradicted | -1 year",
        "at_most = date(2028)  | date(2027)   | reproduced   | 0 year",
        "at_most = date(2028)  | never        | contradicted | never",
        "at_least = 3 year     | never        | reproduced   | never"
      })
  void boundsAreMetFromOneSide(String report, String computed, String verdict, String difference) {
    Map<String, String> shown =
        Scripts.texts(
            "claim c { %s; computed = %s }\nshow c.verdict, c.difference"
                .formatted(report, computed));
    assertEquals(verdict, shown.get("c.verdict"));
    assertEquals(difference, shown.get("c.difference"));
  }

  @Test
  void toleranceWidensABound() {
    String claim = "claim c { at_least = 70 %; computed = 69 %; TOLERANCE }\nshow c.holds";
    assertEquals(
        "true", Scripts.texts(claim.replace("TOLERANCE", "tolerance = 1 %")).get("c.holds"));
    assertEquals(
        "false", Scripts.texts(claim.replace("TOLERANCE", "tolerance = 0.5 %")).get("c.holds"));
  }

  @Test
  void namesWhatIsMissing() {
    Map<String, String> shown =
        Scripts.texts(
            INPUTS
                + """
                half = output / 2
                claim c { reported = 3 EB; computed = half + 1 EB }
                show c.verdict, c.needs
                """);
    assertEquals("not reproducible", shown.get("c.verdict"));
    assertEquals("[\"output: Output in 2025 (paper, 3.7)\"]", shown.get("c.needs"));
  }

  @Test
  void saysWhichCellIsEmpty() {
    String script =
        """
        data memory = table(year: date, made: EB) { 1984, missing; 1990, 3 }
        claim c { reported = 3 EB; computed = memory.made[0] }
        show c.needs
        """;
    assertEquals("[\"c.computed: memory.made[0]\"]", Scripts.texts(script).get("c.needs"));
  }

  @Test
  void aRefusalIsAReason() {
    Map<String, String> shown =
        Scripts.texts(
            INPUTS
                + """
                claim c { reported = 3; computed = too_much; remark = "not {too_much}" }
                claim after { reported = 3; computed = 3 }
                show c.verdict, c.refusal, c.computed, c.remark, after.verdict
                """);
    assertEquals("not reproducible", shown.get("c.verdict"));
    assertTrue(shown.get("c.refusal").contains("outside its bounds"), shown::toString);
    assertEquals("missing", shown.get("c.computed"));
    assertTrue(shown.get("c.remark").startsWith("the remark has no value"), shown::toString);
    assertEquals("reproduced", shown.get("after.verdict"));
  }

  @Test
  void whatIsReportedIsNotRefusedQuietly() {
    assertEquals(
        List.of("E0515"), Scripts.codes(INPUTS + "claim c { reported = too_much; computed = 3 }"));
  }

  @Test
  void readingsCanBeAskedByName() {
    Map<String, String> shown =
        Scripts.texts(
            """
            claim c "x" {
              reported = 3
              readings = { volume: 3, revenue: 5 }
              rows = ["s000-a", "s000-b"]
              item = "A17"
              remark = "twice {1 + 1}"
            }
            show c.readings.revenue, c.verdicts.revenue, c.difference.revenue, c.rows, c.item, c.remark
            """);
    assertEquals(
        Map.of(
            "c.readings.revenue", "5",
            "c.verdicts.revenue", "contradicted",
            "c.difference.revenue", "2",
            "c.rows", "[\"s000-a\", \"s000-b\"]",
            "c.item", "A17",
            "c.remark", "twice 2"),
        shown);
  }

  @Test
  void readingsOfAnotherRecord() {
    String script =
        """
        both = { a: 3, b: 4 }
        claim c { reported = 3; readings = both }
        claim d extends c { rows = ["x"] }
        amended = c with { readings = { a: 3, b: 3 } }
        show c.verdict, d.verdict, amended.verdict
        """;
    assertEquals(
        Map.of("c.verdict", "ambiguous", "d.verdict", "ambiguous", "amended.verdict", "reproduced"),
        Scripts.texts(script));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reported = 3                                   | E0402",
        "computed = 3                                   | E0402",
        "reported = 3; at_least = 3; computed = 3       | E0416",
        "reported = 3; readings = { a: 3 }; computed = 3 | E0416",
        "at_least = 3..4; computed = 3                  | E0417",
        "at_most = true; computed = true                | E0417",
        "reported = 3; readings = { a: 3 EB }           | E0418",
        "reported = 3; readings = 3                     | E0404",
        "reported = 3; computed = 3; rows = \"a\"       | E0404",
        "reported = 3; computd = 3                      | E0401"
      })
  void saysWhatIsWrong(String fields, String code) {
    assertEquals(List.of(code), Scripts.codes("claim c { " + fields + " }"));
  }

  @Test
  void amendingToTwoReportsIsRefused() {
    assertEquals(
        List.of("E0416"),
        Scripts.codes(
            "claim c { reported = 3; computed = 3 }\nd = c with { at_least = 2 }\nshow d.verdict"));
  }

  @Test
  void stoppingIsNoVerdict() {
    Program program =
        Tide.builder()
            .build()
            .compile("stop.tide", "claim c { reported = 3; computed = sum(1..1000000) }");
    Watch watch = Watch.none();
    watch.finish();
    Outcome outcome = program.run(watch);
    assertEquals(List.of(), outcome.claims());
    assertEquals(1, outcome.problems().size());
  }

  @Test
  void outcomeCarriesTheReadings() {
    Outcome outcome =
        Tide.builder()
            .build()
            .compile("c.tide", INPUTS + "claim c { reported = 3; readings = {a: 3, b: too_much} }")
            .run();
    ClaimValue claim = outcome.claims().get(0).claim();
    assertEquals(List.of(), outcome.problems());
    assertEquals(
        List.of(Verdict.REPRODUCED, Verdict.NOT_REPRODUCIBLE),
        claim.readings().stream().map(ClaimValue.Reading::verdict).toList());
  }
}
