package org.tidemark.polyglot.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes long in a script, as GraalVM's profilers see it. */
class ProfilingTest {
  private static final Source SOURCE =
      Source.newBuilder(
              "tide",
              """
              fn hot(n) = sum([sqrt(k * n) for k in 1..2000])
              fn cold(n) = n + 1
              work = sum([hot(n) for n in 1..200])
              show work
              show cold(1)
              """,
              "work.tide")
          .buildLiteral();

  @TempDir Path folder;

  private String profile(String tool, String... options) throws Exception {
    Path report = folder.resolve("report.txt");
    Context.Builder builder =
        Context.newBuilder("tide")
            .option("engine.WarnInterpreterOnly", "false")
            .option(tool, "true")
            .option(tool + ".OutputFile", report.toString())
            .out(new ByteArrayOutputStream())
            .err(new ByteArrayOutputStream());
    for (int i = 0; i < options.length; i += 2) {
      builder.option(options[i], options[i + 1]);
    }
    try (Context context = builder.build()) {
      context.eval(SOURCE);
    }
    String text = Files.readString(report);
    return text;
  }

  @Test
  void theSamplerNamesTheFunctionThatTakesTheTime() throws Exception {
    String report = profile("cpusampler", "cpusampler.Period", "1", "tide.Steps", "true");
    List<String> rows = rows(report);
    assertTrue(rows.get(0).startsWith("hot "), report);
    assertTrue(rows.get(0).endsWith("work.tide~1:0-46"), report);
    assertTrue(rows.stream().anyMatch(row -> row.startsWith("work ")), report);
  }

  @Test
  void theTracerCountsDefinitionsAndCalls() throws Exception {
    String report = profile("cputracer");
    List<String> counted = new ArrayList<>();
    for (String row : rows(report)) {
      String[] cells = row.split("\\s*\\|\\s*");
      counted.add(cells[0] + " " + cells[1].split(" ")[0] + " " + cells[4]);
    }
    assertEquals(
        List.of(
            "cold 1 work.tide~2:48-65",
            "hot 200 work.tide~1:0-46",
            "work 1 work.tide~3:67-102",
            "work.tide 1 work.tide~1-5:0-126"),
        counted.stream().sorted().toList());
  }

  /** What is told of each root, in the order of the report. */
  private static List<String> rows(String report) {
    return report.lines().filter(line -> line.contains("work.tide~")).map(String::strip).toList();
  }
}
