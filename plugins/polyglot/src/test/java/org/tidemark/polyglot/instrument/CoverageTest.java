package org.tidemark.polyglot.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which statements of a script were taken, as GraalVM's coverage tool counts them. */
class CoverageTest {
  @TempDir Path folder;

  @Test
  void whatIsNeverReadAndTheBranchNotTakenAreUncovered() throws Exception {
    Path report = folder.resolve("lines.info");
    Path file = folder.resolve("growth.tide");
    Files.writeString(
        file,
        """
        param r = 5 %/year
        unread = 1 year
        fn slow(x) = {
          let y = x + x
          y
        }
        fn never(x) = x
        growth =
          if r > 3 %/year
          then slow(r)
          else slow(2 * r)
        firm edge {
          cost = 2 USD/GB
        }
        show growth
        """);
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    try (Context context =
        Context.newBuilder("tide")
            .option("engine.WarnInterpreterOnly", "false")
            .option("coverage", "true")
            .option("coverage.Output", "lcov")
            .option("coverage.OutputFile", report.toString())
            .out(told)
            .err(told)
            .build()) {
      context.eval(Source.newBuilder("tide", file.toFile()).build());
    }
    Map<Integer, Boolean> lines = new TreeMap<>();
    for (String line : Files.readAllLines(report)) {
      if (line.startsWith("DA:")) {
        String[] parts = line.substring(3).split(",");
        lines.put(Integer.valueOf(parts[0]), Integer.parseInt(parts[1]) > 0);
      }
    }
    List<Integer> taken = new ArrayList<>();
    List<Integer> untaken = new ArrayList<>();
    lines.forEach((line, covered) -> (covered ? taken : untaken).add(line));
    assertEquals(List.of(1, 4, 5, 8, 10, 15), taken);
    assertEquals(List.of(2, 7, 11, 12, 13), untaken);
  }
}
