package org.tidemark.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.api.Limits;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.Outcome;
import org.tidemark.support.Command;

/** What a script that nobody trusts may read, and what files may not do to who reads them. */
class HostileFilesTest {
  @TempDir Path place;
  private Path root;
  private Tide tide;
  private Limits patient;

  @BeforeEach
  void makeRoot() throws IOException {
    root = Files.createDirectory(place.resolve("uploads"));
    Files.writeString(place.resolve("secret.csv"), "x\n42\n");
    Files.writeString(place.resolve("secret.tide"), "x = 42\n");
    // no test here is about time, and the machine may be busy
    patient = Limits.untrusted().toBuilder().time(Duration.ofSeconds(9)).build();
    tide = Tide.builder().untrusted().limits(patient).files(root).build();
  }

  /** The codes of what a script's errors are. */
  private List<String> codes(Tide with, String text) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          Program program = with.compile("model.tide", text, root);
          List<Diagnostic> found =
              program.isSound() ? program.run().problems() : program.diagnostics();
          return found.stream().filter(Diagnostic::isError).map(Diagnostic::code).toList();
        });
  }

  private static String csv(String file) {
    return "data d = csv(\"" + file + "\", { x: 1 })\nshow length(d)\n";
  }

  private static String module(String file) {
    return "import \"" + file + "\" as m\nshow m.x\n";
  }

  @Test
  void filesInTheRootAreReadAndNothingElse() throws IOException {
    Files.writeString(root.resolve("own.csv"), "x\n1\n2\n");
    Files.writeString(root.resolve("own.tide"), "x = 1\n");
    assertEquals(List.of(), codes(tide, csv("own.csv")));
    assertEquals(List.of(), codes(tide, module("./own.tide")));
    String absolute = place.resolve("secret").toString().replace('\\', '/');
    for (String way :
        List.of("../secret", "./a/../../secret", absolute, root + "/../secret", "/etc/passwd")) {
      assertEquals(List.of("E0935"), codes(tide, csv(way + ".csv")), way);
      assertEquals(List.of("E0935"), codes(tide, module(way + ".tide")), way);
    }
    // not even the path of what it may read
    assertEquals(List.of("E0935"), codes(tide, csv(root.resolve("own.csv").toString())));
  }

  @Test
  void withoutARootNoFileIsReadWhereverTheScriptStands() throws IOException {
    Files.writeString(root.resolve("own.csv"), "x\n1\n");
    Tide none = Tide.builder().untrusted().limits(patient).build();
    assertEquals(List.of("E0934"), codes(none, csv("own.csv")));
    assertEquals(List.of("E0934"), codes(none, module("./own.tide")));
    Path script = Files.writeString(root.resolve("model.tide"), csv("own.csv"));
    assertEquals("E0934", none.compile(script).run().problems().get(0).code());
    // the library is part of the language
    assertEquals(List.of(), codes(none, "import std.endogenous\nshow 1"));
  }

  @Test
  void linksDoNotLeadOut() throws IOException {
    Files.createSymbolicLink(root.resolve("link.csv"), place.resolve("secret.csv"));
    Files.createSymbolicLink(root.resolve("folder"), place);
    Files.createSymbolicLink(root.resolve("loop.csv"), root.resolve("loop.csv"));
    Files.createSymbolicLink(root.resolve("zero.csv"), Path.of("/dev/zero"));
    assertEquals(List.of("E0935"), codes(tide, csv("link.csv")));
    assertEquals(List.of("E0935"), codes(tide, csv("folder/secret.csv")));
    assertEquals(List.of("E0935"), codes(tide, module("./folder/secret.tide")));
    assertEquals(List.of("E0935"), codes(tide, csv("zero.csv")));
    assertEquals(List.of("E0701"), codes(tide, csv("loop.csv")));
  }

  @Test
  void pipesAndFoldersAreNoFiles() throws Exception {
    Files.createDirectory(root.resolve("folder.csv"));
    assertEquals(List.of("E0703"), codes(tide, csv("folder.csv")));
    Process made = new ProcessBuilder("mkfifo", root.resolve("pipe.csv").toString()).start();
    assumeTrue(made.waitFor() == 0);
    assertEquals(List.of("E0703"), codes(tide, csv("pipe.csv")));
    Files.move(root.resolve("pipe.csv"), root.resolve("pipe.tide"));
    assertEquals(List.of("E0208"), codes(tide, module("./pipe.tide")));
  }

  @Test
  void moreFilesThanAllowedAreNotOpened() throws IOException {
    StringBuilder main = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      Files.writeString(root.resolve("m" + i + ".tide"), "import \"./m" + (i + 1) + ".tide\" as n");
      main.append("import \"./m").append(i).append(".tide\" as m").append(i).append('\n');
    }
    assertEquals(List.of("E0930"), codes(tide, main.toString()));
    assertEquals(List.of("E0930"), codes(tide, "import \"./m0.tide\" as m"));
    Files.writeString(root.resolve("own.csv"), "x\n1\n");
    StringBuilder tables = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      tables.append("data d").append(i).append(" = csv(\"own.csv\", { x: 1 })\n");
      tables.append("show length(d").append(i).append(")\n");
    }
    assertEquals(List.of("E0930"), codes(tide, tables.toString()));
  }

  @Test
  void modulesInACircleAreRefused() throws IOException {
    Files.writeString(root.resolve("a.tide"), "import \"./b.tide\" as b\nx = b.x");
    Files.writeString(root.resolve("b.tide"), "import \"./a.tide\" as a\nx = a.x");
    assertTrue(codes(tide, module("./a.tide")).contains("E0209"));
  }

  @Test
  void moreTextThanAllowedIsNotRead() throws IOException {
    Files.writeString(root.resolve("long.tide"), "x = 1\n".repeat(60_000));
    assertEquals(List.of("E0928"), codes(tide, module("./long.tide")));
    Files.writeString(root.resolve("large.csv"), "x\n" + "1234567\n".repeat(700_000));
    assertEquals(List.of("E0703"), codes(tide, csv("large.csv")));
    Files.writeString(root.resolve("half.csv"), "x\n" + "1234567890123456\n".repeat(1_000));
    StringBuilder often = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      often.append("data d").append(i).append(" = csv(\"half.csv\", { x: 1 })\n");
      often.append("show length(d").append(i).append(")\n");
    }
    Limits few = patient.toBuilder().fileBytes(50_000).build();
    Tide frugal = Tide.builder().untrusted().files(root).limits(few).build();
    assertEquals(List.of("E0931"), codes(frugal, often.toString()));
  }

  @Test
  void tablesThatAreNoneEndInAnError() throws IOException {
    Files.writeString(root.resolve("open.csv"), "x\n\"" + "1,\n".repeat(500_000));
    assertEquals(List.of("E0703"), codes(tide, csv("open.csv")));
    Files.writeString(root.resolve("wide.csv"), "x" + ",y".repeat(1_000_000) + "\n1\n");
    List<String> wide = codes(tide, csv("wide.csv"));
    assertTrue(Stream.of("E0703", "E0704", "E0920").anyMatch(wide::contains), wide.toString());
    Files.writeString(root.resolve("line.csv"), "x".repeat(4_000_000));
    assertEquals(List.of("E0703"), codes(tide, csv("line.csv")));
    Files.writeString(root.resolve("rows.csv"), "x\n" + "1\n".repeat(150_000));
    assertEquals(List.of("E0924"), codes(tide, csv("rows.csv")));
    Files.write(root.resolve("bytes.csv"), new byte[100_000]);
    assertFalse(codes(tide, csv("bytes.csv")).isEmpty());
    Files.writeString(root.resolve("same.csv"), "x\n" + "1\n".repeat(2_000));
    String join =
        "data a = csv(\"same.csv\", { x: 1 })\ndata b = csv(\"same.csv\", { x: 1 })\n"
            + "show length(join(a, b, on: x))\n";
    assertEquals(List.of("E0924"), codes(tide, join));
  }

  @Test
  void theCommandWritesNothingForAScriptThatNobodyTrusts() throws IOException {
    Files.writeString(
        root.resolve("model.tide"), "show 1 + 1\nexport \"out.json\" = [1, 2]\nshow 2 + 2\n");
    Command.Result result = Command.run(root, "run", "--untrusted", "model.tide");
    assertEquals("1 + 1 = 2\n2 + 2 = 4\n", result.out());
    assertTrue(result.err().contains("error[E0936]"), result.err());
    assertEquals(2, result.status());
    assertFalse(Files.exists(root.resolve("out.json")));
  }

  @Test
  void theCommandTakesLimitsAndARoot() throws IOException {
    Files.writeString(root.resolve("own.csv"), "x\n1\n2\n");
    Files.writeString(root.resolve("model.tide"), csv("own.csv"));
    assertEquals(2, Command.run(root, "run", "--untrusted", "model.tide").status());
    Command.Result read = Command.run(root, "run", "--untrusted", "--root", ".", "model.tide");
    assertEquals(0, read.status(), read.err());
    Files.writeString(root.resolve("long.tide"), "show sum(1..2000)\n");
    Command.Result ended = Command.run(root, "run", "--limit", "list=1000", "long.tide");
    assertTrue(ended.err().contains("error[E0924]"), ended.err());
    assertTrue(ended.err().contains("--limit list=10000"), ended.err());
    assertEquals(4, ended.status());
    assertEquals(64, Command.run(root, "run", "--limit", "list=long", "long.tide").status());
    Command.Result misspelt = Command.run(root, "run", "--limit", "tiem=2s", "long.tide");
    assertEquals(64, misspelt.status());
    assertTrue(misspelt.err().contains("did you mean time?"), misspelt.err());
    assertEquals(64, Command.run(root, "run", "--root", ".", "long.tide").status());
    Command.Result nested = Command.run(root, "check", "--limit", "nesting=3", "long.tide");
    assertEquals(0, nested.status(), nested.err());
    Files.writeString(root.resolve("deep.tide"), "show ((((1))))\n");
    nested = Command.run(root, "check", "--limit", "nesting=3", "deep.tide");
    assertTrue(nested.err().contains("error[E0929]"), nested.err());
    assertEquals(4, nested.status());
    assertEquals(4, Command.run(root, "test", "--limit", "nesting=3", "deep.tide").status());
  }

  @Test
  void whatIsReadStaysWithTheRun() throws IOException {
    Files.writeString(root.resolve("own.csv"), "x\n1\n2\n");
    Program program = tide.compile("model.tide", csv("own.csv"), root);
    for (int i = 0; i < 100; i++) {
      Outcome outcome = program.run();
      assertEquals(List.of(), outcome.problems());
    }
  }
}
