package org.tidemark.session.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.api.Tide;
import org.tidemark.session.Answer;
import org.tidemark.session.Derivation;
import org.tidemark.session.Part;
import org.tidemark.session.Session;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.ValueText;
import org.tidemark.support.Repository;

/** Commands do what help and the documentation say of them. */
class CommandsTest {
  private static final Tide TIDE = Tide.builder().build();

  @TempDir Path folder;

  private Answer tell(Session session, String line) {
    return line.startsWith(":") ? session.obey(line) : session.evaluate(line);
  }

  private static String text(Answer answer) {
    StringBuilder text = new StringBuilder();
    for (Part part : answer.parts()) {
      if (part instanceof Part.Text lines) {
        text.append(lines.lines());
      } else if (part instanceof Part.Result result) {
        text.append(result.shown().name())
            .append(" = ")
            .append(ValueText.of(result.shown().value()))
            .append('\n');
      } else if (part instanceof Part.Change change) {
        text.append(change.name())
            .append(": ")
            .append(change.before().map(ValueText::of).orElse("nothing"))
            .append(" -> ")
            .append(change.after().map(ValueText::of).orElse("nothing"))
            .append('\n');
      } else if (part instanceof Part.Problem problem) {
        text.append(problem.diagnostic().code()).append('\n');
      }
    }
    return text.toString();
  }

  private String talk(Session session, String... lines) {
    StringBuilder said = new StringBuilder();
    for (String line : lines) {
      said.append(text(tell(session, line)));
    }
    return said.toString();
  }

  @Test
  void refusalsNameWhatWasTyped() {
    Session session = new Session(TIDE, folder);
    assertEquals("nosuch is not defined here", refusal(session, ":set nosuch = 3"));
    assertEquals("nosuch is not defined here", refusal(session, ":set nosuch.part = 3"));
    assertEquals(
        "../x.tide is outside the folder of this conversation",
        refusal(session, ":save ../x.tide"));
    assertEquals(". is a folder", refusal(session, ":load ."));
    talk(session, "a = 1 USD", "b = 2 * a");
    assertEquals("a is used here, and stays", refusal(session, ":reset a"));
    assertEquals("b = 2 USD\n", talk(session, "b"));
  }

  @Test
  void sweptPicturesAreNamedByWhatWasAsked() {
    Session session = new Session(TIDE, folder);
    talk(session, "a = 1 USD", "b = 2 * a");
    Chart chart =
        session.obey(":sweep b over a in 1 USD .. 5 USD").parts().stream()
            .filter(part -> part instanceof Part.Result r && r.shown().value() instanceof Chart)
            .map(part -> (Chart) ((Part.Result) part).shown().value())
            .findFirst()
            .orElseThrow();
    assertEquals("b over a", chart.title());
    assertEquals("b", chart.y().label());
  }

  private static String refusal(Session session, String line) {
    return session.obey(line).diagnostics().get(0).message();
  }

  @Test
  void helpFitsNarrowTerminals() {
    String help = text(new Session(TIDE, folder).obey(":help"));
    assertEquals(List.of(), help.lines().filter(line -> line.length() > 79).toList());
  }

  @TestFactory
  Stream<DynamicTest> examplesRun() {
    return Commands.standard().all().stream()
        .map(command -> DynamicTest.dynamicTest(command.usage(), () -> runs(command)));
  }

  private void runs(Command command) throws IOException {
    Session session = new Session(TIDE, Files.createTempDirectory(folder, "example"));
    boolean used = false;
    for (String line : command.examples()) {
      Answer answer = tell(session, line);
      assertTrue(answer.accepted(), () -> line + "\n" + text(answer));
      assertEquals(List.of(), answer.diagnostics(), line);
      used |= line.startsWith(":" + command.name());
    }
    assertTrue(used, "the examples use the command");
    assertFalse(command.summary().endsWith("."), command.summary());
  }

  @Test
  void theDocumentationListsThem() {
    List<String> rows = new ArrayList<>();
    for (Command command : Commands.standard().all()) {
      rows.add("| `" + command.usage().replace("|", "\\|") + "` | " + command.summary() + " |");
    }
    String page = Repository.text(Repository.TOP.resolve("docs/prompt.md"));
    String table = String.join("\n", page.lines().filter(l -> l.startsWith("| `:")).toList());
    assertEquals(String.join("\n", rows), table);
  }

  @Test
  void whyTellsTheDefinitionsBehindAValue() {
    Session session = new Session(TIDE, folder);
    talk(
        session,
        "price = 3 USD/GB @measured(\"invoice\")",
        "volume = 2 EB/year",
        "model M { share = 0.5; spend = price * volume * share }",
        "firm f { cost = price / 2 }");
    Answer answer = session.obey(":why M.spend + price * volume");
    Derivation top = ((Part.Tree) answer.parts().get(0)).derivation();
    assertEquals(
        List.of("M.spend", "price", "volume"), top.parts().stream().map(Derivation::name).toList());
    Derivation spend = top.parts().get(0);
    assertEquals("price * volume * share", spend.text());
    assertEquals("3 USD/GB", ValueText.of(spend.parts().get(0).value()));
    assertEquals("measured", spend.parts().get(0).grade().orElseThrow().word());
    assertEquals("invoice", spend.parts().get(0).source());
    assertEquals("M.share", spend.parts().get(2).name());
  }

  @Test
  void aWideTreeIsCutAndSaysSo() {
    Session session = new Session(TIDE, folder);
    StringBuilder many = new StringBuilder();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      many.append("n").append(i).append(" = ").append(i).append('\n');
      names.add("n" + i);
    }
    session.evaluate(many + "all = sum([" + String.join(", ", names) + "])");
    Derivation all =
        ((Part.Tree) session.obey(":why all").parts().get(0)).derivation().parts().get(0);
    assertEquals(200, all.parts().size() + all.left());
    assertTrue(all.left() > 100);
  }

  @Test
  void settingsStayApartFromDefinitions() {
    Session session = new Session(TIDE, folder);
    assertEquals(
        "2 * r = 10 %/year\n2 * r: 10 %/year -> 6 %/year\nr = 3 %/year\n"
            + "2 * r: 6 %/year -> 10 %/year\nnothing is set\n",
        talk(session, "r = 5 %/year", "2 * r", ":set r = 3 %/year", ":set", ":set r", ":set"));
    assertEquals("E0207\n", talk(session, ":set r = 3 USD"));
    assertEquals(
        "firm f: cost 4 USD/GB",
        talk(session, "firm f { cost = 3 USD/GB }", ":set f.cost = 4 USD/GB", "f")
            .substring("f = ".length(), "f = firm f: cost 4 USD/GB".length()));
  }

  @Test
  void reloadSaysWhatChanged() throws IOException {
    Session session = new Session(TIDE, folder);
    Files.writeString(folder.resolve("m.tide"), "r = 5 %/year\ngone = 1\nshow 2 * r\n");
    assertEquals("2 * r = 10 %/year\nr = 5 %/year\n", talk(session, ":load m.tide", "r"));
    Files.writeString(folder.resolve("m.tide"), "r = 6 %/year\nshow 2 * r\n");
    assertEquals("2 * r = 12 %/year\nr: 5 %/year -> 6 %/year\n", talk(session, ":reload"));
    assertEquals(List.of("r"), session.definitions());
    Files.writeString(folder.resolve("m.tide"), "r = 6 %/year\nq = (\n");
    Answer broken = session.obey(":reload");
    assertFalse(broken.accepted());
    assertEquals("m.tide", broken.diagnostics().get(0).location().orElseThrow().source().name());
    assertEquals(List.of("r"), session.definitions());
  }

  @Test
  void reloadReadsFilesOfOtherLanguagesToo() throws IOException {
    Path plugins = Path.of(System.getProperty("tide.home"), "plugins");
    Session session = new Session(Tide.builder().plugins(plugins).build(), folder);
    Path file = folder.resolve("f.js");
    Files.writeString(file, "const f = (x, y) => 2 * x");
    Files.writeString(
        folder.resolve("m.tide"),
        "/// Grows.\nforeign fn f(x: 1, y: 1 = 2) -> 1 from \"./f.js\"\nr = f(3)\nshow f(1)\n");
    assertEquals("f(1) = 2\nr = 6\n", talk(session, ":load m.tide", "r"));
    Files.writeString(file, "const f = (x, y) => 30 * x");
    assertEquals("f(1) = 30\nr: 6 -> 90\n", talk(session, ":reload"));
    Files.writeString(file, "const f = (x, y) =>");
    assertEquals("E0724\n", talk(session, ":reload"));
    Files.writeString(file, "const f = (x, y) => 4 * x");
    assertEquals("r = 12\n", talk(session, "r"));
  }

  @Test
  void whatWasDrawnIsSavedToo() throws IOException {
    Session session = new Session(TIDE, folder);
    talk(
        session,
        "a = 2",
        "plot a * k over k in 1 .. 3 @title(\"Twice\")",
        "b = 1",
        "plot b * k over k in 1 .. 2",
        ":reset b",
        ":save p.tide");
    String script = Files.readString(folder.resolve("p.tide"));
    assertTrue(script.contains("\nplot a * k over k in 1 .. 3 @title(\"Twice\")\n"), script);
    assertTrue(script.contains("// asked before, and no longer possible: plot b"), script);
  }

  @Test
  void aSavedConversationSaysTheSame() throws IOException {
    Session session = new Session(TIDE, folder);
    String said =
        talk(
            session,
            "a = 1",
            "unit wafer",
            "/// What a wafer costs.\ncost = 4 USD/wafer",
            "volume = 200 wafer/year",
            "spend = 2 * cost * volume",
            "base = 3 USD/wafer @measured(\"invoice\")",
            "/// What a wafer costs.\ncost = base * a",
            "import std.endogenous",
            "x = lognormal(1, 2)",
            "s = sample(x * cost, draws: 500)",
            "2 * cost",
            "twice = ans * 2",
            "show cost, spend",
            "show s.mean, twice",
            ":save m.tide");
    assertTrue(said.endsWith("saved to m.tide\n"), said);
    String script = Files.readString(folder.resolve("m.tide"));
    assertTrue(script.contains("/// What a wafer costs.\ncost = "), script);
    assertTrue(script.indexOf("unit wafer") < script.indexOf("cost ="), script);
    assertTrue(script.indexOf("base =") < script.indexOf("cost ="), script);
    assertTrue(script.contains("twice = (2 * cost) * 2"), script);
    List<String> shown =
        TIDE.compile(folder.resolve("m.tide")).run().shown().stream()
            .map(one -> one.name() + " = " + ValueText.of(one.value()))
            .toList();
    for (String line : shown) {
      assertTrue(said.contains(line + "\n"), line + " in\n" + said);
    }
    assertEquals(5, shown.size());
    assertEquals("saved to m.tide\n", talk(session, ":save m.tide"));
    Files.writeString(folder.resolve("own.tide"), "show 1\n");
    assertEquals("E0824\n", talk(session, ":save own.tide"));
    assertEquals("show 1\n", Files.readString(folder.resolve("own.tide")));
    assertEquals("saved to own.tide\n", talk(session, ":save! own.tide"));
    assertEquals("E0702\n", talk(session, ":save ../away.tide"));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.filter(Files::isRegularFile).count(), "nothing is left behind");
    }
  }

  @Test
  void unknownCommandsAreToldWhichAreNear() {
    Answer answer = new Session(TIDE, folder).obey(":evidnce x");
    assertEquals("did you mean :evidence?", answer.diagnostics().get(0).help().get(0));
  }

  @Test
  void unitsAreGivenInOneAnother() {
    Answer answer = new Session(TIDE, folder).obey(":units GB");
    TableValue table = (TableValue) ((Part.Result) answer.parts().get(0)).shown().value();
    int row = table.column("unit").stream().map(ValueText::of).toList().indexOf("MB");
    assertEquals("1000 MB", ValueText.of(table.rows().get(row).get(1)));
  }

  @Test
  void dataThatChangedIsReadAgain() throws IOException {
    Session session = new Session(TIDE, folder);
    Files.writeString(folder.resolve("d.csv"), "x\n1\n2\n");
    assertEquals("sum(d.x) = 3\n", talk(session, "data d = csv(\"d.csv\", { x: 1 })", "sum(d.x)"));
    Files.writeString(folder.resolve("d.csv"), "x\n1\n2\n30\n");
    assertEquals("sum(d.x) = 33\n", talk(session, "sum(d.x)"));
  }

  @Test
  void dataIsReadAgainWhateverWayItIsNamed() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    Path data = folder.resolve("sub/d.csv");
    Files.writeString(data, "x\n1\n2\n");
    Files.writeString(
        folder.resolve("sub/mine.tide"), "data e = csv(\"d.csv\", { x: 1 })\ntotal = sum(e.x)\n");
    Session session = new Session(TIDE, folder);
    String told = "sum(d.x) = 3\nmean(d.x) = 1.5\nmine.total = 3\ndrawn.mean = 6\n";
    String asked = "show sum(d.x), mean(d.x), mine.total, drawn.mean";
    assertEquals(
        told,
        talk(
            session,
            "place = \"./sub/\"",
            "data d = csv(\"{place}d.csv\", { x: 1 }) // 5\" disks",
            "import \"./sub/mine.tide\"",
            "fn twice(y) = y * sum(d.x)",
            "drawn = sample(twice(2) + 0 * normal(0, 1), draws: 10)",
            asked));
    assertEquals(told, talk(session, asked));
    Files.writeString(data, "x\n2\n4\n6\n");
    assertEquals(
        "sum(d.x) = 12\nmean(d.x) = 4\nmine.total = 12\ndrawn.mean = 24\n", talk(session, asked));
    Files.delete(data);
    assertEquals("E0701\n", talk(session, "sum(d.x)"));
    Files.writeString(data, "x\n7\n");
    assertEquals("mine.total = 7\n", talk(session, "mine.total"));
  }

  @Test
  void scriptsAreSavedInTheFolderAndForOthersToRead() throws IOException {
    Path away = Files.createDirectory(folder.resolve("away"));
    Path home = Files.createDirectory(folder.resolve("home"));
    Files.createSymbolicLink(home.resolve("way"), away);
    Session session = new Session(TIDE, home);
    assertEquals("E0823\n", talk(session, "a = 1", ":save way/out.tide"));
    assertEquals("E0823\n", talk(session, ":save ~/out.tide"));
    assertEquals("E0823\n", talk(session, ":save a\u001b[31m.tide"));
    assertEquals("saved to in.tide\n", talk(session, ":save in.tide"));
    Path usual = Files.writeString(home.resolve("usual.txt"), "");
    assertEquals(
        Files.getPosixFilePermissions(usual),
        Files.getPosixFilePermissions(home.resolve("in.tide")));
    try (Stream<Path> files = Files.list(away)) {
      assertEquals(0, files.count());
    }
  }
}
