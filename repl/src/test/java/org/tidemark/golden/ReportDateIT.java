package org.tidemark.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.support.Command;

/** With the date given from outside, a report is the same to the byte. */
class ReportDateIT {
  @Test
  void theDateCanBeGiven(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("model.tide"), "param r = 5 %/year\nshow 2 * r\n");
    Map<String, String> date = Map.of("SOURCE_DATE_EPOCH", "1767225600");
    for (String name : new String[] {"a.html", "b.html"}) {
      assertEquals(
          new Command.Result(0, "2 * r = 10 %/year\n", "wrote " + name + "\n"),
          PackagedProgram.tide(folder, date, "run", "model.tide", "--report", name));
    }
    String report = Files.readString(folder.resolve("a.html"));
    assertEquals(report, Files.readString(folder.resolve("b.html")));
    assertTrue(report.contains("datetime=\"2026-01-01T00:00:00Z\""), report);
  }
}
