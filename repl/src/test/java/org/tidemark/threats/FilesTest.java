package org.tidemark.threats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.model.Outcome;
import org.tidemark.support.Command;

/** Which files a script reads and writes. */
class FilesTest {
  private static final String SECRET = "unspeakable";

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void aSecretOutside() throws IOException {
    folder = Files.createDirectory(temporary.resolve("scripts"));
    Files.writeString(temporary.resolve("secret.csv"), "a\n" + SECRET + "\n");
    Files.writeString(temporary.resolve("secret.tide"), "a = \"" + SECRET + "\"\n");
  }

  private Command.Result run(String script) throws IOException {
    Files.writeString(folder.resolve("s.tide"), script);
    return Command.run(folder, "run", "s.tide");
  }

  private void refused(String name) throws IOException {
    for (String script :
        List.of(
            "show csv(\"" + name + ".csv\", { a: text })",
            "import \"" + name + ".tide\" as m\nshow m.a")) {
      Command.Result result = run(script);
      assertEquals(2, result.status(), result::toString);
      assertTrue(result.err().contains("E0702"), result::toString);
      assertFalse(result.toString().contains(SECRET), result::toString);
    }
  }

  @Test
  void nothingAboveTheFolderIsRead() throws IOException {
    Files.createDirectory(folder.resolve("below"));
    refused("../secret");
    refused("./below/../../secret");
    refused("below/../../scripts/../secret");
    refused(temporary.resolve("secret").toString());
    refused("../../../../../../../../etc/passwd");
  }

  @Test
  void aNameMadeOfAValueIsHeldToTheSame() throws IOException {
    Command.Result result = run("up = \"..\"\nshow csv(\"{up}/secret.csv\", { a: text })");
    assertTrue(result.err().contains("E0702"), result::toString);
    assertFalse(result.toString().contains(SECRET), result::toString);
  }

  @Test
  void aSettingIsHeldToTheSame() throws IOException {
    Files.writeString(folder.resolve("s.tide"), "param r = [\"\"]\nshow r");
    Command.Result result =
        Command.run(folder, "run", "s.tide", "--set", "r=csv(\"../secret.csv\", { a: text }).a");
    assertTrue(result.status() != 0, result::toString);
    assertFalse(result.toString().contains(SECRET), result::toString);
  }

  @Test
  void noLinkLeadsOut() throws IOException {
    Files.createSymbolicLink(folder.resolve("link.csv"), temporary.resolve("secret.csv"));
    Files.createSymbolicLink(folder.resolve("link.tide"), temporary.resolve("secret.tide"));
    Files.createSymbolicLink(folder.resolve("way"), temporary);
    refused("link");
    refused("way/secret");
    refused("way/scripts/../secret");
  }

  @Test
  void devicesAndFoldersAreNoFiles() throws IOException {
    Files.createSymbolicLink(folder.resolve("zero.csv"), Path.of("/dev/zero"));
    Files.createSymbolicLink(folder.resolve("self.csv"), Path.of("/proc/self/environ"));
    Files.createDirectory(folder.resolve("dir.csv"));
    Files.createSymbolicLink(folder.resolve("circle.csv"), folder.resolve("circle.csv"));
    for (String name : List.of("zero", "self", "dir", "circle")) {
      Command.Result result = run("show csv(\"" + name + ".csv\", { a: text })");
      assertEquals(2, result.status(), result::toString);
    }
  }

  @Test
  void whatLiesBesideTheScriptIsRead() throws IOException {
    Files.writeString(folder.resolve(".hidden"), "a\nknown\n");
    Command.Result result = run("show csv(\".hidden\", { a: text }).a[0]");
    assertTrue(result.out().endsWith("= known\n"), result::toString);
  }

  @Test
  void aTextHasNoFiles() {
    Program program = Tide.builder().build().compile("t", "show csv(\"secret.csv\", { a: text })");
    Outcome outcome = program.run();
    assertEquals("E0702", outcome.problems().get(0).code());
  }

  @Test
  void aStrangersScriptCallsNoForeignFunction() throws IOException {
    Files.writeString(folder.resolve("f.js"), "function f(x) { return x }");
    Files.writeString(
        folder.resolve("s.tide"), "foreign fn f(x: 1) -> 1 from \"./f.js\"\nshow f(1)");
    Command.Result result = Command.run(folder, "run", "--untrusted", "--root", ".", "s.tide");
    assertTrue(result.err().contains("E0937"), result::toString);
    assertTrue(result.err().contains("in Tide: fn f(x: 1) -> 1 = ..."), result::toString);
    assertEquals("", result.out());
  }

  @Test
  void checkingReadsNoData() throws IOException {
    Files.writeString(folder.resolve("s.tide"), "data d = csv(\"nowhere.csv\", { a: text })");
    assertEquals(0, Command.run(folder, "check", "s.tide").status());
  }

  @Test
  void nothingAboveTheFolderIsWritten() throws IOException {
    for (String name :
        List.of(
            "../x.json",
            "below/../../x.json",
            temporary.resolve("x.json").toString(),
            "~/x.json",
            "x\\u0000.json")) {
      Command.Result result = run("export \"" + name + "\" = 1");
      assertEquals(2, result.status(), result::toString);
    }
    try (var files = Files.list(temporary)) {
      assertEquals(3, files.count(), "the folder and the two secrets");
    }
  }

  @Test
  void onlyDataIsWritten() throws IOException {
    for (String name : List.of("x.sh", "x.tide", "x", ".bashrc", "x.jar", "x.html", "x.csv.exe")) {
      Command.Result result = run("export \"" + name + "\" = 1");
      assertEquals(2, result.status(), result::toString);
      assertTrue(result.err().contains("E0560"), result::toString);
    }
  }

  @Test
  void anEmbeddedRunWritesNothing() throws IOException {
    Path file = folder.resolve("s.tide");
    Files.writeString(file, "export \"x.json\" = 1");
    Outcome outcome = Tide.builder().build().compile(file).run();
    assertEquals(1, outcome.exports().size());
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count(), "the script alone");
    }
  }
}
