package org.tidemark.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs programs of a JDK. */
final class Jvm {
  private static final long SECONDS = 120;
  private static final int NEWEST = 25;

  private final Path home;

  private Jvm(Path home) {
    this.home = home;
  }

  /** The one that runs the tests. */
  static Jvm current() {
    return new Jvm(Path.of(System.getProperty("java.home")));
  }

  /** It, and a JDK 25 where one is installed beside it or {@code JAVA_25_HOME} names one. */
  static List<Jvm> all() throws IOException {
    List<Jvm> all = new ArrayList<>(List.of(current()));
    String named = System.getenv("JAVA_25_HOME");
    if (named != null) {
      all.add(new Jvm(Path.of(named)));
      return all;
    }
    try (Stream<Path> beside = Files.list(current().home.getParent())) {
      beside.filter(Jvm::isNewest).limit(1).map(Jvm::new).forEach(all::add);
    }
    return all;
  }

  private static boolean isNewest(Path home) {
    Path release = home.resolve("release");
    try {
      return Files.isRegularFile(release)
          && Files.isExecutable(home.resolve("bin/javac"))
          && Files.readString(release).contains("JAVA_VERSION=\"" + NEWEST)
          && !home.equals(current().home);
    } catch (IOException unreadable) {
      return false;
    }
  }

  Path tool(String name) {
    return home.resolve("bin").resolve(name);
  }

  Process start(Path folder, String tool, String... words) throws IOException {
    return start(folder, tool, List.of(words));
  }

  private Process start(Path folder, String tool, List<String> words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(tool(tool).toString());
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    // what these add would be told on standard error
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    return builder.start();
  }

  /** The output of a program that must end well and say nothing on standard error. */
  String output(Path folder, String tool, String... words) throws Exception {
    Path err = Files.createTempFile("tide", ".err");
    Path out = Files.createTempFile("tide", ".out");
    try {
      List<String> command = new ArrayList<>(List.of(tool(tool).toString()));
      command.addAll(List.of(words));
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
      Process process = builder.redirectError(err.toFile()).redirectOutput(out.toFile()).start();
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      assertTrue(!process.isAlive(), () -> "still running: " + command);
      String said = Files.readString(err);
      assertEquals("", said, () -> command.toString());
      assertEquals(0, process.exitValue(), () -> command.toString());
      return Files.readString(out);
    } finally {
      Files.delete(err);
      Files.delete(out);
    }
  }

  @Override
  public String toString() {
    return home.getFileName().toString();
  }
}
