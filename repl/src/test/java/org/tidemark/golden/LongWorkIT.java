package org.tidemark.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.support.Command;

/** The program as users get it says how far it has come, and ends early with what is done. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class LongWorkIT {
  private static final Pattern LINE =
      Pattern.compile("sampling slow\\(a\\): \\d+ % \\([\\d,]+ of 1,000,000 draws\\), .*");
  private static final Pattern KEPT =
      Pattern.compile("sampling slow\\(a\\) was stopped after ([\\d,]+) of 1,000,000 draws");

  @TempDir Path folder;

  @Test
  void ctrlCKeepsTheDrawsThatAreDone() throws IOException, InterruptedException {
    Path script = folder.resolve("long.tide");
    Path err = folder.resolve("err");
    Path out = folder.resolve("out");
    Files.writeString(script, script("1_000_000"));
    ProcessBuilder builder =
        new ProcessBuilder(PackagedProgram.LAUNCHER.toString(), "run", "long.tide")
            .directory(folder.toFile())
            .redirectError(err.toFile())
            .redirectOutput(out.toFile());
    builder.environment().put("TIDE_ARCHIVE", "off");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    try {
      // the first line comes after a second of work; by then Ctrl-C is caught
      while (Files.size(err) == 0) {
        assertTrue(process.isAlive(), "it was done before it said how far it had come");
        Thread.sleep(20);
      }
      PackagedProgram.start(
          folder, Map.of(), List.of("kill", "-INT", Long.toString(process.pid())));
      assertTrue(process.waitFor(1, TimeUnit.MINUTES), "it goes on");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(130, process.exitValue());
    String said = Files.readString(err);
    assertTrue(LINE.matcher(said.lines().findFirst().orElseThrow()).matches(), said);
    Matcher kept = KEPT.matcher(said);
    assertTrue(kept.find(), said);
    String results = Files.readString(out);
    assertFalse(results.contains("sampling"), results);

    Files.writeString(script, script(kept.group(1).replace(",", "_")));
    Command.Result whole = PackagedProgram.tide(folder, Map.of(), "run", "long.tide");
    assertEquals(0, whole.status(), whole.err());
    assertEquals(whole.out(), results);
  }

  private static String script(String draws) {
    return "fn slow(x) = x * (1 + 0 * sum([k for k in 1..1000]))\n"
        + "param a = 1 to 10\nrun = sample(slow(a), draws: "
        + draws
        + ")\nshow run.mean, run.draws, run.sd, run.quantile(1 %)\n";
  }
}
