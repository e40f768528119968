package org.tidemark.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.api.ledger.Observation;
import org.tidemark.api.ledger.ObservationTable;
import org.tidemark.check.Checker;
import org.tidemark.check.Vocabulary;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.model.Outcome;
import org.tidemark.model.PredictionRun;
import org.tidemark.model.RunnableProgram;
import org.tidemark.model.Shown;
import org.tidemark.model.Watch;
import org.tidemark.render.CsvText;
import org.tidemark.render.JsonReport;
import org.tidemark.render.ResultText;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/**
 * Tables and observations from any file: read or refused, and a table that is written is read again
 * as it was. The first byte chooses what the columns hold.
 */
public final class CsvFuzz {
  private static final List<List<String>> COLUMNS =
      List.of(
          List.of("year: date", "price: USD/GB", "cumulative: EB"),
          List.of("a: text"),
          List.of("a: 1", "b: %", "c: bool"),
          List.of("name: text", "v: 1"),
          List.of("year: date"));

  private static final String OBSERVING =
      """
      param price: USD/GB = missing @observed("a price")
      param share = missing @observed("a share")
      param open = if price > 5 USD/GB then true else false
      prediction cheap "memory is cheap" {
        window = date(2026)..date(2028)
        event = if price < 4 USD/GB then date(2026) else never
        refuted = price > 100 USD/GB
        credence = 50 %
      }
      """;

  private static final MemoryFiles FILE = new MemoryFiles();
  private static final List<RunnableProgram> PROGRAMS = programs();
  private static final Program OBSERVER = Tide.builder().build().compile("observer", OBSERVING);
  private static final PredictionRun OBSERVED = OBSERVER.predictions(Watch.none());

  private CsvFuzz() {}

  private static List<RunnableProgram> programs() {
    Checker checker = new Checker(Vocabulary.load(Tide.class.getClassLoader()), FILE);
    List<RunnableProgram> programs = new ArrayList<>();
    for (List<String> columns : COLUMNS) {
      String script = "show csv(\"fuzz.csv\", { " + String.join(", ", columns) + " })";
      programs.add(RunnableProgram.of(checker.check(new SourceText("fuzz", script), "fuzz")));
    }
    return programs;
  }

  /** Tries one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    int sort = (input[0] & 0xff) % (COLUMNS.size() + 1);
    String text = FuzzText.of(input, 1);
    if (sort == COLUMNS.size()) {
      observations(text);
    } else {
      table(sort, text);
    }
  }

  private static void observations(String text) {
    ObservationTable table =
        Bounds.within(
            "reading observations",
            () -> {
              ObservationTable fresh =
                  new ObservationTable(OBSERVED, OBSERVER.units(), Set.of("elsewhere"));
              fresh.read("fuzz.csv", text);
              return fresh;
            });
    Wording.of(table.problems());
    for (Observation observation : table.observations()) {
      if (!Double.isFinite(observation.date())) {
        throw new AssertionError("observed at no date: " + observation);
      }
      ValueText.of(observation.value());
    }
  }

  private static void table(int sort, String text) {
    FILE.set(text);
    Outcome outcome = Bounds.within("reading", () -> PROGRAMS.get(sort).run());
    Wording.of(outcome.problems());
    if (outcome.shown().isEmpty() == outcome.problems().isEmpty()) {
      throw new AssertionError("neither read nor refused, or both");
    }
    for (Shown shown : outcome.shown()) {
      ResultText.of(shown);
      TableValue table = (TableValue) shown.value();
      JsonReport.of(table);
      again(sort, table);
    }
  }

  private static void again(int sort, TableValue table) {
    if (table.rows().stream().anyMatch(CsvFuzz::isEmpty)) {
      // an empty line is no row
      return;
    }
    String written = CsvText.of(table);
    String header = String.join(",", table.columns());
    FILE.set(header + written.substring(written.indexOf("\r\n")));
    Outcome outcome = PROGRAMS.get(sort).run();
    if (outcome.shown().isEmpty()) {
      throw new AssertionError("what was written is refused: " + Wording.of(outcome.problems()));
    }
    String writtenAgain = CsvText.of((TableValue) outcome.shown().get(0).value());
    if (!written.equals(writtenAgain)) {
      throw new AssertionError("read again it is " + writtenAgain + " and was " + written);
    }
  }

  private static boolean isEmpty(List<Value> row) {
    return row.stream().allMatch(value -> value == SpecialValue.MISSING);
  }
}
