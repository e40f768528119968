package org.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.support.Command;

/** What the command does with command lines, files and statuses. */
class MainTest {
  @TempDir Path folder;

  @BeforeEach
  void writeModels() throws IOException {
    write("model.tide", "param r = 5 %/year\nshow 2 * r\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Command.Result tide(String... words) {
    return Command.run(folder, words);
  }

  private static void assertRefused(Command.Result result, int status, String code) {
    assertEquals(status, result.status(), result::toString);
    assertEquals("", result.out());
    assertTrue(result.err().startsWith("error[" + code + "]"), result.err());
    assertTrue(result.err().contains("help:"), result.err());
  }

  @Test
  void runShowsResults() {
    assertEquals(new Command.Result(0, "2 * r = 10 %/year\n", ""), tide("run", "model.tide"));
  }

  @Test
  void setGivesAnotherValue() {
    String expected = "2 * r = 6 %/year\n";
    assertEquals(
        new Command.Result(0, expected, ""), tide("run", "model.tide", "--set", "r=3 %/year"));
    assertEquals(
        new Command.Result(0, expected, ""), tide("run", "--set=r = 3 %/year", "model.tide"));
  }

  @Test
  void setHasToBeWellFormed() {
    assertRefused(tide("run", "model.tide", "--set", "r="), 64, "E0803");
    assertRefused(tide("run", "model.tide", "--set", "=3"), 64, "E0803");
    assertRefused(tide("run", "model.tide", "--set", "r"), 64, "E0803");
    assertRefused(tide("run", "model.tide", "--set", "2r=3"), 64, "E0803");
    assertRefused(tide("run", "model.tide", "--set", "a..b=3"), 64, "E0803");
    assertRefused(
        tide("run", "model.tide", "--set", "r=3 %/year", "--set", "r=4 %/year"), 64, "E0803");
    assertRefused(tide("run", "model.tide", "--set"), 64, "E0802");
  }

  @Test
  void setHasToFitTheModel() {
    Command.Result unknown = tide("run", "model.tide", "--set", "q=3");
    assertEquals(64, unknown.status(), unknown::toString);
    assertEquals("", unknown.out());
    Command.Result dimension = tide("run", "model.tide", "--set", "r=3 USD");
    assertEquals(64, dimension.status(), dimension::toString);
    Command.Result syntax = tide("run", "model.tide", "--set", "r=3 +");
    assertEquals(64, syntax.status(), syntax::toString);
  }

  @Test
  void filesThatCannotBeRead() throws IOException {
    assertRefused(tide("run", "missing.tide"), 64, "E0801");
    assertRefused(tide("run", "."), 64, "E0801");
    for (String command : List.of("test", "audit", "ledger")) {
      assertRefused(tide(command, "std.missing"), 64, "E0826");
      assertTrue(tide(command, "std.adoptions").err().contains("did you mean std.adoption?"));
      assertTrue(tide(command, "std.audti").err().contains("did you mean std.audit?"));
    }
    assertRefused(tide("test", "missing"), 64, "E0801");
    assertRefused(tide("run", "a\0b"), 64, "E0801");
    assertTrue(tide("run", "model").err().contains("did you mean model.tide?"));
    Files.write(folder.resolve("latin.tide"), new byte[] {'x', ' ', '=', '\n', (byte) 0xe9, 'l'});
    assertRefused(tide("run", "latin.tide"), 2, "E0804");
    Files.write(folder.resolve("zero.tide"), new byte[] {'x', 0, 'y'});
    assertRefused(tide("run", "zero.tide"), 2, "E0804");
  }

  @Test
  void anEmptyFileIsFine() throws IOException {
    write("empty.tide", "");
    assertEquals(new Command.Result(0, "", ""), tide("run", "empty.tide"));
    write("comment.tide", "// nothing\n");
    assertEquals(new Command.Result(0, "", ""), tide("run", "comment.tide"));
  }

  @Test
  void aByteOrderMarkIsSkipped() throws IOException {
    write("mark.tide", "\uFEFFshow 1 + 1\n");
    assertEquals(new Command.Result(0, "1 + 1 = 2\n", ""), tide("run", "mark.tide"));
  }

  @Test
  void standardInputIsAScript() {
    byte[] script = "show 1 + 1".getBytes(StandardCharsets.UTF_8);
    assertEquals(new Command.Result(0, "1 + 1 = 2\n", ""), Command.run(folder, script, "run", "-"));
    byte[] wrong = "show 1 +".getBytes(StandardCharsets.UTF_8);
    Command.Result result = Command.run(folder, wrong, "run", "-");
    assertEquals(2, result.status());
    assertTrue(result.err().contains("stdin:1:"), result.err());
  }

  @Test
  void commandLinesThatAreNotUnderstood() {
    assertTrue(tide("rnu", "model.tide").err().contains("did you mean run?"));
    assertRefused(tide("rnu", "model.tide"), 64, "E0802");
    assertRefused(tide("model.tide"), 64, "E0802");
    assertTrue(tide("model.tide").err().contains("tide run model.tide"));
    assertRefused(tide("run"), 64, "E0802");
    assertRefused(tide("check"), 64, "E0802");
    assertRefused(tide("run", "model.tide", "model.tide"), 64, "E0802");
    assertRefused(tide("run", "model.tide", "--jsn"), 64, "E0802");
    assertTrue(tide("run", "model.tide", "--jsn").err().contains("did you mean --json?"));
    assertRefused(tide("plugins", "all"), 64, "E0802");
    assertRefused(tide("--nonsense"), 64, "E0802");
    assertRefused(tide("explain", "E9999"), 64, "E0805");
    assertRefused(tide("doc", "nosuchthing"), 64, "E0805");
  }

  @Test
  void aPageThatIsNotThereSuggestsOthers() {
    assertSuggests("std.adoption.TwoWaves", "std.adoption.TwoWave");
    assertSuggests("std.adoption.TwoWaves.trough", "std.adoption.TwoWaves.trouhg");
    assertSuggests("std.adoption", "std.adoption.nosuch");
    assertSuggests("std.adoption", "std.adoptoin");
  }

  private void assertSuggests(String meant, String written) {
    Command.Result result = tide("doc", written);
    assertRefused(result, 64, "E0805");
    assertTrue(result.err().contains("did you mean " + meant + "?"), result::toString);
  }

  @Test
  void whatIsNotAvailableYetSaysSo() {
    assertRefused(tide("fmt", "model.tide"), 2, "E0901");
  }

  @Test
  void helpAndVersionAreResults() {
    Command.Result help = tide("--help");
    assertEquals(0, help.status());
    assertEquals("", help.err());
    for (String command : new String[] {"run", "check", "test", "fmt", "doc", "explain"}) {
      assertTrue(help.out().contains("  " + command + " "), help.out());
      Command.Result one = tide(command, "--help");
      assertEquals(0, one.status());
      assertTrue(one.out().startsWith("Usage: tide " + command), one.out());
    }
    assertTrue(tide("--version").out().matches("Tide \\d.*\n"));
  }

  @Test
  void statusesSayWhatHappened() throws IOException {
    write("fails.tide", "show 1 + 1\nassert 1 > 2, \"this cannot be\"\n");
    Command.Result fails = tide("run", "fails.tide");
    assertEquals(1, fails.status(), fails::toString);
    assertEquals("1 + 1 = 2\n", fails.out());
    assertTrue(fails.err().contains("this cannot be"), fails.err());
    write("wrong.tide", "show 1 USD + 1 year\n");
    Command.Result wrong = tide("run", "wrong.tide");
    assertEquals(2, wrong.status(), wrong::toString);
    assertEquals("", wrong.out());
  }

  @Test
  void checkSaysHowManyAreFineOnStandardError() throws IOException {
    write("wrong.tide", "show 1 USD + 1 year\n");
    assertEquals(new Command.Result(0, "", "model.tide: fine\n"), tide("check", "model.tide"));
    Command.Result both = tide("check", "wrong.tide", "model.tide");
    assertEquals(2, both.status());
    assertEquals("", both.out());
    assertTrue(both.err().contains("wrong.tide: 1 error\n"), both.err());
    assertTrue(both.err().endsWith("model.tide: fine\n"), both.err());
  }

  @Test
  void testCountsForEachFile() throws IOException {
    write("tests/a.tide", "test \"one\" { assert 1 < 2\n assert 2 < 3 }\nshow 1\n");
    write("tests/deep/b.tide", "assert 1 < 2\nassert 3 < 2, \"not so\"\n");
    write("tests/none.tide", "x = 1\n");
    Command.Result result = tide("test", "tests");
    assertEquals(1, result.status(), result::toString);
    assertEquals(
        """
        tests/a.tide: 2 passed
        tests/deep/b.tide: 1 passed, 1 failed
        tests/none.tide: no tests
        all: 3 passed, 1 failed in 3 files
        """,
        result.out());
    assertTrue(result.err().contains("not so"), result.err());
    Command.Result fine = tide("test", "tests/a.tide");
    assertEquals(new Command.Result(0, "tests/a.tide: 2 passed\n", ""), fine);
  }

  @Test
  void jsonIsPrintedWhateverHappens() throws IOException {
    JsonNode fine = json(tide("run", "model.tide", "--json"));
    assertEquals(1, fine.get("tide").intValue());
    JsonNode shown = fine.get("shown").get(0);
    assertEquals("2 * r", shown.get("name").textValue());
    assertEquals(10, shown.get("value").doubleValue());
    assertEquals("%/year", shown.get("unit").textValue());
    assertEquals("10 %/year", shown.get("text").textValue());
    assertFalse(shown.get("at_median").booleanValue());
    assertEquals("r", shown.get("evidence").get("inputs").get(0).get("name").textValue());

    write("wrong.tide", "x = 1\nshow 1 USD + 1 year\n");
    Command.Result wrong = tide("run", "wrong.tide", "--json");
    assertEquals(2, wrong.status());
    JsonNode diagnostic = json(wrong).get("diagnostics").get(0);
    assertEquals("error", diagnostic.get("severity").textValue());
    assertEquals("wrong.tide", diagnostic.get("file").textValue());
    assertEquals(2, diagnostic.get("line").intValue());
    assertTrue(wrong.err().contains("wrong.tide:2:"), wrong.err());

    Command.Result missing = tide("run", "missing.tide", "--json");
    assertEquals(64, missing.status());
    assertEquals("E0801", json(missing).get("diagnostics").get(0).get("code").textValue());
  }

  private static JsonNode json(Command.Result result) throws IOException {
    return new ObjectMapper().readTree(result.out());
  }

  @Test
  void explainAndDocShowPages() {
    assertTrue(tide("explain", "E0101").out().startsWith("# E0101: "));
    assertEquals(tide("explain", "E0101"), tide("explain", "e0101"));
    assertEquals(tide("explain", "E0101"), tide("doc", "E0101"));
    Command.Result sqrt = tide("doc", "sqrt");
    assertEquals(0, sqrt.status(), sqrt::toString);
    assertTrue(sqrt.out().startsWith("sqrt"), sqrt.out());
  }

  @Test
  void thePromptReadsAPipe() {
    String entries =
        """
        r = 5 %/year
        show twice: 2 * r
        f = [1,
        2]
        1 USD + 1 year
        r = 3 %/year
        2 * r
        :nonsense
        :quit
        never reached
        """;
    Command.Result result = Command.run(folder, entries.getBytes(StandardCharsets.UTF_8));
    assertEquals(0, result.status());
    assertEquals(
        "twice = 10 %/year\n2 * r: 10 %/year → 6 %/year\n2 * r = 6 %/year\n", result.out());
    assertTrue(result.err().contains("prompt:1:"), result.err());
    assertTrue(result.err().contains("there is no command :nonsense"), result.err());
  }

  @Test
  void testTakesModulesOfTheLibrary() {
    Command.Result one = tide("test", "std.adoption");
    assertEquals(0, one.status(), one::toString);
    assertTrue(one.out().matches("std\\.adoption: \\d+ passed\n"), one.out());
    Command.Result several = tide("test", "std.data", "model.tide");
    assertEquals(0, several.status(), several::toString);
    assertTrue(several.out().contains("std.data.dram: "), several.out());
    assertTrue(several.out().contains("model.tide: no tests\n"), several.out());
  }

  @Test
  void docFindsWhatTheLibraryDefines() {
    Command.Result library = tide("doc", "std");
    assertTrue(library.out().contains("- `std.adoption`: "), library.out());
    Command.Result model = tide("doc", "adoption.productionthreshold");
    assertEquals(0, model.status(), model::toString);
    assertTrue(model.out().startsWith("std.adoption.ProductionThreshold (model)\n"), model.out());
    assertTrue(model.out().contains("| `parity`         | 112 EB"), model.out());
    assertEquals(model, tide("doc", "std.adoption.ProductionThreshold"));
    Command.Result row = tide("doc", "S000-cloud-cr3");
    assertTrue(
        row.out().startsWith("std.sources.feudalism.s000_cloud_cr3 (definition)\n"), row.out());
  }
}
