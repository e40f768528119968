package org.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.support.Command;

/** What is odd about tables of observations. */
class LedgerTest {
  @TempDir Path folder;

  /** A table of another sort is not told line by line to its end. */
  @Test
  void tellsFiftyMistakesAndNoMore() throws IOException {
    Files.writeString(
        folder.resolve("model.tide"),
        "param price: USD = missing @observed(\"the spot price\")\n"
            + "prediction dear { window = date(2026)..date(2027); confirmed_by = price > 3 USD }\n");
    Files.writeString(
        folder.resolve("table.csv"),
        "observable,date,value,unit,source\n" + "price,2026,12 USD,USD,a newspaper\n".repeat(200));
    Command.Result result =
        Command.run(folder, "ledger", "model.tide", "--observations", "table.csv");
    assertEquals(2, result.status());
    assertEquals(50, result.err().split("error\\[E0836\\]", -1).length - 1);
  }

  @Test
  void takesTheModulesBelowAName() {
    assertEquals(ledger(), ledger("std.predictions"));
  }

  private String ledger(String... names) {
    List<String> words = new ArrayList<>(List.of("ledger", "--on", "2026-07-01", "--draws", "1"));
    words.addAll(List.of(names));
    return Command.run(folder, words.toArray(new String[0])).out();
  }
}
