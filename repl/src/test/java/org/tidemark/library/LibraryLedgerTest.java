package org.tidemark.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.DocComment;
import org.tidemark.support.Command;
import org.tidemark.support.Repository;

/** The ledger of all that the essays predict, with what they report as observed. */
class LibraryLedgerTest {
  private static final int ROWS = 94;

  private static JsonNode ledger(String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of("ledger", "--json", "--on"));
    all.addAll(List.of(words));
    Command.Result result = Command.run(Repository.TOP, all.toArray(new String[0]));
    assertEquals(0, result.status(), result::toString);
    return new ObjectMapper().readTree(result.out());
  }

  @Test
  void aModuleStandsForThoseBelowIt() throws IOException {
    assertEquals(ledger("2027", "--draws", "1"), ledger("2027", "--draws", "1", "std.predictions"));
  }

  /**
   * One more observation, or another test, and these change: read which prediction moved, and why.
   */
  @ParameterizedTest
  @CsvSource({
    "2026-11-21, 85, 3, 0, 0, 6",
    "2029-01-01, 54, 3, 2, 0, 35",
    "2036-01-01, 21, 3, 2, 0, 68",
  })
  void standsWhereTheObservationsPutIt(
      String on, int open, int confirmed, int refuted, int undetermined, int overdue)
      throws IOException {
    JsonNode ledger = ledger(on, "--draws", "1");
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode prediction : ledger.get("predictions")) {
      counts.merge(prediction.get("status").textValue(), 1, Integer::sum);
    }
    Map<String, Integer> expected =
        new TreeMap<>(
            Map.of(
                "open", open,
                "confirmed", confirmed,
                "refuted", refuted,
                "undetermined", undetermined,
                "overdue", overdue));
    expected.values().removeIf(count -> count == 0);
    assertEquals(expected, counts);
  }

  @Test
  void everyRowIsOnePrediction() throws IOException {
    Set<String> rows = new TreeSet<>();
    JsonNode predictions = ledger("2026-11-21", "--draws", "1").get("predictions");
    for (JsonNode prediction : predictions) {
      assertEquals(1, prediction.get("rows").size(), prediction::toString);
      String row = prediction.get("rows").get(0).textValue();
      assertTrue(rows.add(row), row);
      assertEquals(row.replace('-', '_'), prediction.get("name").textValue());
    }
    assertEquals(ROWS, rows.size());
  }

  /** Where no mechanism speaks the prediction says so where it stands, and nowhere else. */
  @Test
  void whatHasNoEventSaysWhy() throws IOException {
    Map<String, LibrarySource.Module> modules = new TreeMap<>();
    LibrarySource.read().modules().forEach(module -> modules.put(module.name(), module));
    List<String> wrong = new ArrayList<>();
    for (JsonNode prediction : ledger("2026-11-21", "--draws", "1").get("predictions")) {
      String name = prediction.get("name").textValue();
      Declaration declaration =
          (Declaration) modules.get(prediction.get("module").textValue()).members().get(name);
      if (declaration.base().isPresent()) {
        continue;
      }
      boolean saysNone =
          declaration.doc().map(DocComment::text).orElse("").contains("No mechanism speaks of it");
      if (prediction.get("text").asText().isEmpty() != saysNone) {
        wrong.add(name);
      }
    }
    assertEquals(List.of(), wrong);
  }
}
