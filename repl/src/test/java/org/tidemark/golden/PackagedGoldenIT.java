package org.tidemark.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.support.Command;
import org.tidemark.support.Expectations;

/** The golden cases once more, on the packaged program. */
class PackagedGoldenIT {
  private static final int LAUNCHES = 10;

  /** All of them, on the packaged jars alone; of this module's tests only two packages are seen. */
  @Test
  void allCasesHoldOnThePackagedJars() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = PackagedProgram.HOME.resolve("lib") + File.separator + "*";
    String tests = Path.of("target", "test-classes").toAbsolutePath().toString();
    Command.Result result =
        PackagedProgram.start(
            Path.of("").toAbsolutePath(),
            Map.of(),
            List.of(
                java,
                "-Dtide.golden=compare",
                "-Dtide.home=" + PackagedProgram.HOME,
                // what the launcher says to the JVM for plugins of other languages
                "-Dpolyglot.engine.WarnInterpreterOnly=false",
                "-cp",
                classes + File.pathSeparator + tests,
                GoldenBatch.class.getName(),
                GoldenCase.FOLDER.toString()));
    assertEquals("0 failed\n", result.out(), result.err());
    assertEquals("", result.err());
  }

  /** Some of them through the launcher, each in a process of its own. */
  @TestFactory
  Stream<DynamicTest> theLauncherGivesTheSame() {
    List<GoldenCase> all = GoldenCase.all(GoldenCase.FOLDER.toAbsolutePath());
    int step = Math.max(1, all.size() / LAUNCHES);
    return Stream.iterate(0, i -> i < all.size(), i -> i + step)
        .map(all::get)
        .filter(each -> !Expectations.overwrite())
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.script().getFileName().toString(),
                    () ->
                        assertEquals(
                            "",
                            each.check(
                                (folder, words) ->
                                    PackagedProgram.tide(folder, Map.of(), words)))));
  }

  @Test
  void theLauncherWorksThroughLinksAndSpaces(@TempDir Path temporary) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("a folder"));
    Path link = Files.createSymbolicLink(folder.resolve("tide link"), PackagedProgram.LAUNCHER);
    Path script = Files.writeString(folder.resolve("my model.tide"), "show 1 + 1\n");
    Command.Result result =
        PackagedProgram.start(
            temporary, Map.of(), List.of(link.toString(), "run", script.toString()));
    assertEquals(new Command.Result(0, "1 + 1 = 2\n", ""), result);
  }

  /** The first run starts to build the archive, later ones use it, and nobody notices. */
  @Test
  void theArchiveIsBuiltAndUsedInSilence(@TempDir Path temporary) throws IOException {
    Path script = Files.writeString(temporary.resolve("model.tide"), "show 1 + 1\n");
    Path cache = temporary.resolve("the cache");
    Map<String, String> build = Map.of("XDG_CACHE_HOME", cache.toString(), "TIDE_ARCHIVE", "build");
    assertEquals(new Command.Result(0, "", ""), PackagedProgram.tide(temporary, build));
    try (Stream<Path> files = Files.list(cache.resolve("tidemark"))) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      assertEquals(2, names.size(), names.toString());
      assertTrue(names.stream().anyMatch(name -> name.endsWith(".archive")), names.toString());
      assertTrue(names.stream().anyMatch(name -> name.endsWith(".latest")), names.toString());
    }
    assertOnlyForItsOwner(cache.resolve("tidemark"));
    Map<String, String> use = Map.of("XDG_CACHE_HOME", cache.toString(), "TIDE_ARCHIVE", "");
    assertEquals(
        new Command.Result(0, "1 + 1 = 2\n", ""),
        PackagedProgram.tide(temporary, use, "run", script.toString()));
  }

  private static void assertOnlyForItsOwner(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        assertTrue(rights.endsWith("------"), file + " " + rights);
      }
    }
  }

  @Test
  void anArchiveOfSomebodyElseIsNotUsed(@TempDir Path temporary) throws IOException {
    assumeTrue(System.getProperty("user.name").equals("root"), "nobody else can give files away");
    Map<String, String> build =
        Map.of("XDG_CACHE_HOME", temporary.toString(), "TIDE_ARCHIVE", "build");
    PackagedProgram.tide(temporary, build);
    Path archive;
    try (Stream<Path> files = Files.list(temporary.resolve("tidemark"))) {
      archive = files.filter(file -> file.toString().endsWith(".archive")).findFirst().get();
    }
    Files.setAttribute(archive, "unix:uid", 65_534);
    PackagedProgram.tide(temporary, build);
    assertEquals(0, Files.getAttribute(archive, "unix:uid"), "it is made anew");
  }

  @Test
  void aCacheThatCannotBeWrittenIsNoProblem(@TempDir Path temporary) throws IOException {
    Path script = Files.writeString(temporary.resolve("model.tide"), "show 1 + 1\n");
    Path file = Files.writeString(temporary.resolve("no folder"), "");
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", file.toString(), "TIDE_ARCHIVE", "");
    assertEquals(
        new Command.Result(0, "1 + 1 = 2\n", ""),
        PackagedProgram.tide(temporary, environment, "run", script.toString()));
  }

  @Test
  void anArchiveThatIsNoneIsNoProblem(@TempDir Path temporary) throws IOException {
    Path script = Files.writeString(temporary.resolve("model.tide"), "show 1 + 1\n");
    Map<String, String> build =
        Map.of("XDG_CACHE_HOME", temporary.toString(), "TIDE_ARCHIVE", "build");
    PackagedProgram.tide(temporary, build);
    try (Stream<Path> files = Files.list(temporary.resolve("tidemark"))) {
      for (Path archive : files.filter(file -> file.toString().endsWith(".archive")).toList()) {
        Files.delete(archive);
        Files.writeString(archive, "rubbish");
      }
    }
    Map<String, String> use = Map.of("XDG_CACHE_HOME", temporary.toString(), "TIDE_ARCHIVE", "");
    assertEquals(
        new Command.Result(0, "1 + 1 = 2\n", ""),
        PackagedProgram.tide(temporary, use, "run", script.toString()));
  }

  @Test
  void anOldJavaIsRefusedInPlainWords(@TempDir Path temporary) throws IOException {
    Path bin = Files.createDirectories(temporary.resolve("old").resolve("bin"));
    Path java = Files.writeString(bin.resolve("java"), "#!/bin/sh\nexit 1\n");
    assertTrue(java.toFile().setExecutable(true));
    Files.writeString(temporary.resolve("old").resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
    Command.Result result =
        PackagedProgram.tide(
            temporary, Map.of("JAVA_HOME", temporary.resolve("old").toString()), "--version");
    assertEquals(69, result.status());
    assertTrue(result.err().contains("needs Java 17 or newer"), result.err());
  }

  @Test
  void statusesReachTheShell(@TempDir Path temporary) throws IOException {
    Files.writeString(temporary.resolve("wrong.tide"), "show 1 USD + 1 year\n");
    Files.writeString(temporary.resolve("fails.tide"), "assert 1 > 2\n");
    assertEquals(2, PackagedProgram.tide(temporary, Map.of(), "run", "wrong.tide").status());
    assertEquals(1, PackagedProgram.tide(temporary, Map.of(), "run", "fails.tide").status());
    assertEquals(64, PackagedProgram.tide(temporary, Map.of(), "rnu").status());
    Command.Result version = PackagedProgram.tide(temporary, Map.of(), "--version");
    assertTrue(version.out().matches("Tide \\d.*\n"), version.out());
    assertFalse(version.out().contains("$"), version.out());
  }
}
