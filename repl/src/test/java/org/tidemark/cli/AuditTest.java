package org.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.model.Batch;
import org.tidemark.model.Outcome;
import org.tidemark.model.Watch;
import org.tidemark.support.Command;

/** {@code tide audit}, of scripts that stand for modules. */
class AuditTest {
  private static final String FIRST =
      """
      param made: EB = missing @estimated("paper, 3.7")
      claim share "a share" { reported = 33 %; computed = 1 / 3; rows = ["s900-share"]; item = "A1" }
      claim growth "growth" {
        reported = 3
        readings = { volume: 3, revenue: 5 }
        remark = "{1 + 1} ways"
      }
      claim stock "a stock" { reported = 3 EB; computed = made }
      show 1 + 1
      """;
  private static final String SECOND =
      """
      param level = 3 in 0..10
      claim refused "x" { at_least = 3; computed = (this with { level = 30 }).level }
      """;

  @TempDir Path folder;

  @BeforeEach
  void scripts() throws IOException {
    Files.writeString(folder.resolve("first.tide"), FIRST);
    Files.writeString(folder.resolve("second.tide"), SECOND);
    Files.writeString(folder.resolve("wrong.tide"), "claim c { reported = ; computed = 3 }\n");
  }

  private Command.Result audit(String... words) {
    List<String> all = new ArrayList<>(List.of("audit"));
    all.addAll(List.of(words));
    return Command.run(folder, all.toArray(new String[0]));
  }

  @Test
  void printsATableForEachModuleAndATally() {
    Command.Result result = audit("first.tide", "second.tide");
    assertEquals(
        """
        first.tide

        claim      reported   computed  difference  verdict
        share          33 %  33.3333 %  0.333333 %  reproduced
        growth            3                         ambiguous
          volume                     3           0  reproduced
          revenue                    5           2  contradicted
        stock          3 EB    missing              not reproducible

        share: a share; 0.5 % allowed
        growth: growth; 0.5 allowed
          2 ways
        stock: a stock; 0.5 EB allowed
          needs made (paper, 3.7)

        second.tide

        claim    reported  computed  difference  verdict
        refused       ≥ 3   missing              not reproducible

        refused: x
          refused: level is 30, outside its bounds 0 to 10

        4 claims in 2 modules: 1 reproduced, 0 contradicted, 1 ambiguous, 2 not reproducible
        """,
        result.out(), result::toString);
    assertEquals(0, result.status());
    assertEquals("", result.err());
  }

  @Test
  void jsonHoldsTheClaimsAndTheSummary() throws IOException {
    JsonNode json = new ObjectMapper().readTree(audit("--json", "first.tide", "second.tide").out());
    assertEquals(1, json.get("tide").intValue());
    assertEquals(4, json.get("claims").size());
    JsonNode growth = json.get("claims").get(1);
    assertEquals("growth", growth.get("id").textValue());
    assertEquals("first.tide", growth.get("module").textValue());
    assertEquals("ambiguous", growth.get("verdict").textValue());
    assertEquals("contradicted", growth.get("readings").get(1).get("verdict").textValue());
    assertEquals(5, growth.get("readings").get(1).get("computed").intValue());
    assertEquals(0.5, growth.get("allowed").doubleValue());
    assertEquals("2 ways", growth.get("remark").textValue());
    JsonNode stock = json.get("claims").get(2);
    assertEquals("made", stock.get("needs").get(0).get("name").textValue());
    assertEquals("s900-share", json.get("claims").get(0).get("rows").get(0).textValue());
    assertEquals("at_least", json.get("claims").get(3).get("bound").textValue());
    JsonNode summary = json.get("summary");
    assertEquals(2, summary.get("modules").intValue());
    assertEquals(4, summary.get("claims").intValue());
    assertEquals(2, summary.get("not reproducible").intValue());
    assertEquals(0, json.get("diagnostics").size());
  }

  @Test
  void aShortNameIsToldTheModuleInFull() {
    Command.Result result = audit("across");
    assertEquals(64, result.status());
    assertTrue(result.err().contains("did you mean std.audit.across?"), result::toString);
  }

  @Test
  void aModuleThatIsWrongDoesNotHideTheOthers() {
    Command.Result result = audit("wrong.tide", "second.tide");
    assertEquals(2, result.status());
    assertTrue(result.out().contains("  refused: level is 30"), result::toString);
    assertTrue(result.err().contains("--> wrong.tide:1"), result::toString);
  }

  @Test
  void takesModulesOfTheLibrary() {
    Command.Result result = audit("std.audit.endogenous");
    assertEquals(0, result.status(), result::toString);
    assertTrue(result.out().startsWith("std.audit.endogenous\n"), result::toString);
    assertEquals(
        audit("std.audit.endogenous", "std.audit.feudalism").out(),
        audit("std.audit.endogenous", "std.audit.feudalism").out());
  }

  @Test
  void saysWhatItDoesNotKnow() {
    Command.Result result = audit("std.audit.endogenus");
    assertEquals(64, result.status());
    assertTrue(result.err().contains("E0826"), result::toString);
    assertTrue(result.err().contains("did you mean std.audit.endogenous?"), result::toString);
    Command.Result missing = audit("none.tide", "second.tide");
    assertEquals(64, missing.status());
    assertTrue(missing.err().contains("E0801"), missing::toString);
    assertTrue(missing.out().contains("level is 30"), missing::toString);
    assertEquals(64, audit("--coverage").status());
  }

  @Test
  void saysInJsonWhatItDoesNotKnow() throws IOException {
    Command.Result result = audit("--json", "std.audit.endogenus");
    assertEquals(64, result.status());
    assertEquals(
        "E0826",
        new ObjectMapper()
            .readTree(result.out())
            .get("diagnostics")
            .get(0)
            .get("code")
            .textValue());
  }

  @Test
  void aLinkToAPageOfCoverageStaysALink() throws IOException {
    Path link = folder.resolve("page.md");
    Files.createSymbolicLink(link, folder.resolve("there.md"));
    Files.createFile(folder.resolve("there.md"));
    audit("--coverage", "page.md", "first.tide");
    assertTrue(Files.isSymbolicLink(link));
    assertTrue(Files.readString(folder.resolve("there.md")).startsWith("# Coverage"));
  }

  @Test
  void replacesNothingButAPageOfCoverage() throws IOException {
    Files.writeString(folder.resolve("notes.md"), "# Notes\n");
    assertTrue(audit("--coverage", "notes.md", "first.tide").err().contains("E0833"));
    assertEquals("# Notes\n", Files.readString(folder.resolve("notes.md")));
    assertTrue(audit("--coverage", "first.tide", "first.tide").err().contains("E0833"));
    assertTrue(audit("--coverage", ".", "first.tide").err().contains("E0832"));
    assertTrue(audit("--coverage", "no/page.md", "first.tide").err().contains("E0832"));
    Command.Result result = audit("--coverage", "page.md", "first.tide");
    assertEquals("wrote page.md\n", result.err());
    String page = Files.readString(folder.resolve("page.md"));
    assertTrue(page.contains("## Rows that claims name and no module holds\n\n- `s900-share`\n"));
    audit("--coverage", "page.md", "first.tide");
    assertEquals(page, Files.readString(folder.resolve("page.md")));
  }

  /** A device is no page, a link stays a link, and odd names of rows stay on their line. */
  @Test
  void leavesDevicesAndLinksAsTheyAre() throws IOException {
    assertTrue(audit("--coverage", "/dev/null", "first.tide").err().contains("E0832"));
    Files.writeString(folder.resolve("behind.md"), "");
    Files.createSymbolicLink(folder.resolve("link.md"), Path.of("behind.md"));
    Files.writeString(
        folder.resolve("odd.tide"),
        "claim a { reported = 1; computed = 1; rows = [\"x\\ny `z` \\\\\"] }\n");
    audit("--coverage", "link.md", "odd.tide");
    assertTrue(Files.isSymbolicLink(folder.resolve("link.md")));
    assertTrue(Files.readString(folder.resolve("behind.md")).contains("\n- `x y 'z' \\`\n"));
  }

  @Test
  void writesTwoPagesToTwoFiles() {
    Command.Result result = audit("--report", "both.html", "--coverage", "./both.html");
    assertEquals(64, result.status());
    assertTrue(result.err().contains("E0833"), result::toString);
    assertFalse(Files.exists(folder.resolve("both.html")));
  }

  @Test
  void takesATargetOnce() {
    assertEquals(audit("first.tide").out(), audit("first.tide", "first.tide").out());
  }

  @Test
  void refusesInJson() {
    assertTrue(audit("--json", "std.audit.none").out().contains("\"code\": \"E0826\""));
  }

  /** Ctrl-C: what is done counts, and nothing is told that is not. */
  @Test
  void endsWithWhatIsDone() {
    Tide tide = Tide.builder().build();
    Watch watch = Watch.none();
    List<Outcome> outcomes = new ArrayList<>();
    Batch.run(
        "auditing",
        "modules",
        200,
        i -> {
          Program program =
              tide.compile("c.tide", "claim c { reported = 3; computed = " + i + " }");
          Outcome outcome = program.judge(watch);
          synchronized (outcomes) {
            outcomes.add(outcome);
          }
          if (i == 20) {
            watch.finish();
          }
        },
        watch);
    assertTrue(outcomes.size() >= 20 && outcomes.size() < 200, () -> "" + outcomes.size());
    assertTrue(outcomes.stream().filter(o -> o.claims().size() == 1).count() >= 20);
  }

  @Test
  void onlyClaimsAreWorkedOut() {
    String claims =
        String.join(
            "\n",
            IntStream.range(0, 3)
                .mapToObj(i -> "claim c" + i + " { reported = 1; computed = 1 }")
                .toList());
    Outcome outcome =
        Tide.builder()
            .build()
            .compile("c.tide", "show 1 + 1\nassert false\n" + claims)
            .judge(Watch.none());
    assertEquals(3, outcome.claims().size());
    assertEquals(List.of(), outcome.asserts());
    assertEquals(List.of(), outcome.shown());
  }
}
