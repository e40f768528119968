package org.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.support.Command;

/** What scripts export lies where it may, whole or not at all. */
class ExportFilesTest {
  private static final String TABLE =
      "data t = table(on: date, usd: USD/GB, who: text) {\n"
          + "  2024, 0.1, \"a, \\\"b\\\"\"\n"
          + "  date(2025, 6), missing, missing\n"
          + "}\n";

  @TempDir Path folder;

  private Command.Result run(String script, String... more) throws IOException {
    Files.writeString(folder.resolve("model.tide"), script);
    String[] words = new String[more.length + 2];
    words[0] = "run";
    words[1] = "model.tide";
    System.arraycopy(more, 0, words, 2, more.length);
    return Command.run(folder, words);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void tablesAreWrittenForOtherPrograms() throws IOException {
    Command.Result result = run(TABLE + "export \"out/t.csv\" = t\nshow 1 + 1");
    assertEquals("1 + 1 = 2\n", result.out());
    assertEquals("wrote out/t.csv (2 rows)\n", result.err());
    assertEquals(0, result.status());
    assertEquals(
        "on,usd (USD/GB),who\r\n2024,0.10000000000000001,\"a, \"\"b\"\"\"\r\n2025-06,,\r\n",
        Files.readString(folder.resolve("out/t.csv")));
    assertEquals(List.of("model.tide", "out/t.csv"), files());
  }

  @Test
  void jsonNamesWhatWasWritten() throws IOException {
    Command.Result result =
        run(TABLE + "export \"t.json\" = t\nexport \"x.json\" = 3 USD", "--json");
    assertTrue(result.out().contains("\"exports\": [ \"t.json\", \"x.json\" ]"), result.out());
    assertEquals("wrote t.json (2 rows)\nwrote x.json\n", result.err());
    assertEquals(
        "{\n  \"value\": 3,\n  \"unit\": \"USD\",\n  \"text\": \"3 USD\"\n}\n",
        Files.readString(folder.resolve("x.json")));
  }

  @Test
  void whatWasThereIsReplaced() throws IOException {
    Files.writeString(folder.resolve("x.json"), "old");
    assertEquals(0, run("export \"x.json\" = 3").status());
    assertTrue(Files.readString(folder.resolve("x.json")).contains("3"));
  }

  @Test
  void checkAndTestWriteNothing() throws IOException {
    run("");
    Files.writeString(folder.resolve("model.tide"), "export \"x.json\" = 3");
    assertEquals(0, Command.run(folder, "check", "model.tide").status());
    assertEquals(0, Command.run(folder, "test", "model.tide").status());
    assertEquals(List.of("model.tide"), files());
  }

  @Test
  void nothingLeavesTheFolderThroughALink() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Files.createDirectory(folder.resolve("outside"));
    Files.createSymbolicLink(inside.resolve("way"), folder.resolve("outside"));
    Files.writeString(folder.resolve("secret.json"), "kept");
    Files.createSymbolicLink(inside.resolve("x.json"), folder.resolve("secret.json"));
    Files.writeString(
        inside.resolve("model.tide"), "export \"way/x.json\" = 3\nexport \"x.json\" = 3");
    Command.Result result = Command.run(inside, "run", "model.tide");
    assertEquals(2, result.status());
    assertEquals(2, result.err().split("E0562", -1).length - 1, result.err());
    assertEquals("kept", Files.readString(folder.resolve("secret.json")));
    assertFalse(Files.exists(folder.resolve("outside/x.json")));
  }

  @Test
  void aScriptIsNotWrittenOver() throws IOException {
    Files.writeString(folder.resolve("model.json"), "export \"model.json\" = 3");
    Command.Result result = Command.run(folder, "run", "model.json");
    assertEquals(2, result.status());
    assertTrue(result.err().contains("E0562"), result.err());
    assertEquals("export \"model.json\" = 3", Files.readString(folder.resolve("model.json")));
  }

  @Test
  void whatCannotBeWrittenEndsWithAStatusOfItsOwn() throws IOException {
    Files.writeString(folder.resolve("taken"), "a file");
    Command.Result result = run("export \"taken/x.json\" = 3\nshow 2");
    assertEquals(74, result.status());
    assertEquals("2 = 2\n", result.out());
    assertTrue(result.err().contains("error[E0563]"), result.err());
    assertEquals(List.of("model.tide", "taken"), files());
  }

  @Test
  void cellsHoldOneValue() throws IOException {
    Command.Result result =
        run(
            "t = [1, 2] |> map(x => x)\ndata d = table(a: 1) { 1 }\n"
                + "export \"d.csv\" = d |> with(b: row => [row.a, 2])");
    assertEquals(2, result.status(), result.toString());
    assertTrue(result.err().contains("E0561"), result.err());
    assertEquals(List.of("model.tide"), files());
  }

  @Test
  void whatIsReadIsNotWrittenOver() throws IOException {
    Files.createDirectory(folder.resolve("in"));
    Files.writeString(folder.resolve("in/d.csv"), "x\n1\n");
    Files.writeString(
        folder.resolve("m.tide"), "data e = csv(\"in/d.csv\", { x: 1 })\ny = e.x[0]\n");
    String table = "data t = table(a: 1) { 2 }\nexport \"in/../in/D.csv\" = t\n";
    assertEquals(2, run(table + "show 1").status(), "this way leads up");
    String export = "export \"in/D.CSV.json\" = 1\nexport \"in/D.csv\" = ";
    assertEquals(0, run(export + "t\ndata t = table(a: 1) { 2 }\n").status(), "nobody reads it");
    Files.deleteIfExists(folder.resolve("in/D.csv"));
    Files.writeString(folder.resolve("in/d.csv"), "x\n1\n");
    Command.Result own = run(export + "t\ndata t = csv(\"./in/{n}.csv\", { x: 1 })\nn = \"d\"\n");
    assertEquals(2, own.status(), own::toString);
    assertTrue(own.err().contains("E0565"), own.err());
    Command.Result module =
        run("import \"./m.tide\"\ndata t = table(a: 1) { 2 }\nexport \"in/d.csv\" = t\nshow m.y\n");
    assertTrue(module.err().contains("E0565"), module.err());
    assertEquals("x\n1\n", Files.readString(folder.resolve("in/d.csv")));
  }

  @Test
  void namesAreOnesThatCanBeSeen() throws IOException {
    for (String name : List.of("~/x.json", "a\\nb.json", "a\u001b[31m.json", "a\u202eb.json")) {
      Command.Result result = run("export \"" + name + "\" = 1");
      assertEquals(2, result.status(), result::toString);
      assertTrue(result.err().contains("E0560"), result.err());
    }
    assertEquals(List.of("model.tide"), files());
  }

  @Test
  void textsAreWrittenAsTheyAre() throws IOException {
    run("data t = table(a: text) { \"=1+1\"; \"-x\"; \"@y\" }\nexport \"t.csv\" = t");
    assertEquals("a\r\n=1+1\r\n-x\r\n@y\r\n", Files.readString(folder.resolve("t.csv")));
  }
}
