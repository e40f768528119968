package org.tidemark.reference;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.tidemark.cli.Console;
import org.tidemark.cli.Main;

/** The command, run inside the test. */
final class CommandLine {
  private CommandLine() {}

  /** What {@code tide run FILE --json} prints. */
  static JsonNode json(Path script) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = run(out, err, "run", script.toString(), "--json");
    if (status != 0) {
      throw new AssertionError("status " + status + ": " + err.toString(StandardCharsets.UTF_8));
    }
    return new ObjectMapper()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .readTree(out.toByteArray());
  }

  private static int run(
      ByteArrayOutputStream out, ByteArrayOutputStream err, String... arguments) {
    return Main.run(
        arguments,
        new Console(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Path.of(""),
            false,
            false));
  }
}
