package org.tidemark.embedding;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The jars of this build. */
final class Jars {
  private static final Path TARGET = target();

  /** The top of the sources. */
  static final Path TOP = TARGET.getParent().getParent().getParent();

  /** Libraries that the bundle has in it. */
  private static final List<String> BUNDLED =
      List.of(
          "tidemark-grammar",
          "tidemark-interpreter",
          "tidemark-stdlib",
          "antlr4-runtime",
          "asm-",
          "commons-");

  private Jars() {}

  private static Path target() {
    try {
      return Path.of(Jars.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .getParent();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static Path bundle() throws IOException {
    try (Stream<Path> built = Files.list(TARGET)) {
      return built
          .filter(file -> file.getFileName().toString().matches("tidemark-embedding-.*\\.jar"))
          .findFirst()
          .orElseThrow()
          .toAbsolutePath();
    }
  }

  /** What an embedder has on the class path who takes the modules one by one. */
  static List<Path> plain() {
    return classPath().filter(Jars::isBundled).toList();
  }

  /** What else the command needs. */
  static List<Path> ofTheCommand() {
    return classPath()
        .filter(jar -> !isBundled(jar))
        .filter(
            jar ->
                Stream.of("tidemark-repl", "jackson-core", "jline-", "picocli", "jsvg")
                    .anyMatch(jar.getFileName().toString()::startsWith))
        .toList();
  }

  /** The jar of a library that is on the class path of the tests. */
  static List<Path> named(String... starts) {
    return classPath()
        .filter(jar -> Arrays.stream(starts).anyMatch(jar.getFileName().toString()::startsWith))
        .toList();
  }

  private static boolean isBundled(Path jar) {
    return BUNDLED.stream().anyMatch(jar.getFileName().toString()::startsWith);
  }

  private static Stream<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(file -> file.toString().endsWith(".jar"));
  }

  static String joined(List<Path> jars) {
    return String.join(File.pathSeparator, jars.stream().map(Path::toString).toList());
  }
}
