package org.tidemark.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tidemark.support.Command;

/** The program as users get it, in processes of its own. */
final class PackagedProgram {
  static final Path HOME = Path.of("target", "tidemark").toAbsolutePath();
  static final Path LAUNCHER = HOME.resolve("bin").resolve("tide");

  private static final int PATIENCE_SECONDS = 120;

  private PackagedProgram() {}

  /** Runs the launcher. */
  static Command.Result tide(Path folder, Map<String, String> environment, String... words) {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(Arrays.asList(words));
    return start(folder, environment, command);
  }

  /** Runs any command. */
  static Command.Result start(Path folder, Map<String, String> environment, List<String> command) {
    try {
      Path out = Files.createTempFile("tide", ".out");
      Path err = Files.createTempFile("tide", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().put("TIDE_ARCHIVE", "off");
      builder.environment().put("TIDE_PROGRESS", "off");
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().remove("JAVA_TOOL_OPTIONS");
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(command + " takes too long");
      }
      Command.Result result =
          new Command.Result(process.exitValue(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
