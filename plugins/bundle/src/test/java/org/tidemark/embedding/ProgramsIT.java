package org.tidemark.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** The programs of examples/embedding run as their page says, and print what stands beside them. */
class ProgramsIT {
  private static final Path PROGRAMS = Jars.TOP.resolve("examples/embedding");

  @TempDir private Path folder;

  /** Each Java program with output beside it, from its source, with the bundle alone. */
  @TestFactory
  Stream<DynamicTest> javaFromTheSource() throws IOException {
    try (Stream<Path> files = Files.list(PROGRAMS)) {
      List<Path> programs =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> overwrite() || Files.exists(expected(file)))
              .filter(file -> !isServed(file))
              .sorted()
              .toList();
      assertTrue(programs.size() >= 3, programs::toString);
      return programs.stream()
          .map(
              program ->
                  DynamicTest.dynamicTest(
                      program.getFileName().toString(),
                      () ->
                          verify(
                              program,
                              Jvm.current()
                                  .output(
                                      Jars.TOP,
                                      "java",
                                      "-cp",
                                      Jars.bundle().toString(),
                                      Jars.TOP.relativize(program).toString()))));
    }
  }

  /** Those that need more than the bundle, or do not end. */
  private static boolean isServed(Path program) {
    String name = program.getFileName().toString();
    return name.contains("Server") || name.contains("Polyglot");
  }

  private static boolean overwrite() {
    return "overwrite".equals(System.getProperty("tide.golden"));
  }

  private static Path expected(Path program) {
    String name = program.getFileName().toString();
    return program.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".out");
  }

  private static void verify(Path program, String out) throws IOException {
    if (overwrite()) {
      Files.writeString(expected(program), out);
    } else {
      assertEquals(Files.readString(expected(program)), out);
    }
  }

  @Test
  void kotlin() throws Exception {
    List<Path> compiler = Jars.named("kotlin-", "kotlinx-coroutines", "annotations-", "trove4j");
    List<Path> library = Jars.named("kotlin-stdlib");
    List<Path> classPath = new ArrayList<>(library);
    classPath.add(Jars.bundle());
    Path program = PROGRAMS.resolve("Scenario.kt");
    String out =
        Jvm.current()
            .output(
                folder,
                "java",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Jars.joined(compiler),
                "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
                "-no-stdlib",
                "-no-reflect",
                "-nowarn",
                "-jvm-target",
                "17",
                "-cp",
                Jars.joined(classPath),
                "-d",
                folder.toString(),
                program.toString());
    assertEquals("", out);
    classPath.add(folder);
    verify(
        program, Jvm.current().output(folder, "java", "-cp", Jars.joined(classPath), "ScenarioKt"));
  }
}
