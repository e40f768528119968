package org.tidemark.polyglot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A program that uses contexts prints nothing that it did not ask for, on any Java there is. */
@Timeout(120)
class QuietIT {
  private static final Path JAVAS = Path.of("/usr/lib/jvm");

  /** What a program needs; the tools that only tests use stay on the class path. */
  private static final Pattern OURS =
      Pattern.compile(
          "^(tidemark|antlr4|asm-|commons-|polyglot-2|truffle-api|collections|nativeimage|word)"
              + ".*[.]jar$");

  /** Each Java that is installed where systems put them, and the one that runs the tests. */
  static Stream<Path> javas() throws IOException {
    List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
    if (Files.isDirectory(JAVAS)) {
      try (Stream<Path> installed = Files.list(JAVAS)) {
        installed
            .filter(home -> !Files.isSymbolicLink(home))
            .filter(home -> Files.isExecutable(home.resolve("bin/java")))
            .filter(QuietIT::isNewEnough)
            .forEach(homes::add);
      }
    }
    return homes.stream().distinct();
  }

  private static boolean isNewEnough(Path home) {
    try {
      String release = Files.readString(home.resolve("release"));
      String version = release.replaceAll("(?s).*JAVA_VERSION=\"(\\d+).*", "$1");
      return Integer.parseInt(version) >= 17;
    } catch (IOException | NumberFormatException unknown) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("javas")
  void withTheOption(Path home, @TempDir Path folder) throws Exception {
    run(home, folder, List.of(), "option");
  }

  @ParameterizedTest
  @MethodSource("javas")
  void withTheProperty(Path home, @TempDir Path folder) throws Exception {
    run(home, folder, List.of("-Dpolyglot.engine.WarnInterpreterOnly=false"), "plain");
  }

  @ParameterizedTest
  @MethodSource("javas")
  void onTheModulePath(Path home, @TempDir Path folder) throws Exception {
    List<String> modules = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      (OURS.matcher(Path.of(entry).getFileName().toString()).find() ? modules : others).add(entry);
    }
    run(
        home,
        folder,
        List.of(
            "-p",
            String.join(File.pathSeparator, modules),
            "--add-modules",
            "ALL-MODULE-PATH",
            "-Dpolyglot.engine.WarnInterpreterOnly=false"),
        "plain",
        String.join(File.pathSeparator, others));
  }

  private static void run(Path home, Path folder, List<String> flags, String how) throws Exception {
    run(home, folder, flags, how, System.getProperty("java.class.path"));
  }

  private static void run(Path home, Path folder, List<String> flags, String how, String classPath)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
    if (hasWarningsOfItsOwn(home)) {
      command.addAll(
          List.of(
              "--enable-native-access="
                  + (flags.contains("-p") ? "org.graalvm.truffle,ALL-UNNAMED" : "ALL-UNNAMED"),
              "--sun-misc-unsafe-memory-access=allow"));
    }
    command.addAll(flags);
    command.addAll(
        List.of("-cp", classPath, "org.tidemark.polyglot.embedder.Embedder", how, "x = 2 * 3"));
    File out = folder.resolve("out").toFile();
    File err = folder.resolve("err").toFile();
    Process process = new ProcessBuilder(command).redirectOutput(out).redirectError(err).start();
    assertEquals(0, process.waitFor(), Files.readString(err.toPath()));
    assertEquals("", Files.readString(err.toPath(), StandardCharsets.UTF_8));
    String printed = Files.readString(out.toPath(), StandardCharsets.UTF_8);
    assertTrue(printed.matches("[0-9.E-]+ ms: 6([.]0)?\\R"), printed);
  }

  /** From Java 24 on the machine itself warns of what Truffle does, unless it is told not to. */
  private static boolean hasWarningsOfItsOwn(Path home) throws IOException {
    String release = Files.readString(home.resolve("release"));
    return Integer.parseInt(release.replaceAll("(?s).*JAVA_VERSION=\"(\\d+).*", "$1")) >= 24;
  }
}
