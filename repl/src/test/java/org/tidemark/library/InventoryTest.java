package org.tidemark.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.model.Defined;
import org.tidemark.model.Watch;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;
import org.tidemark.support.Repository;

/** The registry of the sources against the inventory that it was made from, row by row. */
class InventoryTest {
  private static final Path INVENTORY =
      Repository.TOP.resolveSibling("shared").resolve("audit").resolve("claims.csv");

  /** The rows that the inventory is said to have. */
  private static final int ROWS = 759;

  /** One of what the inventory calls otherwise than Tide; things that are counted are numbers. */
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("USD/Mtok", "1 USD/Mtoken"),
          Map.entry("tok/s", "1 token/s"),
          Map.entry("GPU", "1 gpu"),
          Map.entry("EUR/h", "1 EUR/hour"),
          Map.entry("USD/quarter", "1 USD / (3 month)"),
          Map.entry("1/quarter", "1 / (3 month)"),
          Map.entry("1/year", "1 / (1 year)"),
          Map.entry("1/day", "1 / (1 day)"));

  private static final Set<String> COUNTED =
      Set.of("1", "firm", "person", "agent", "user", "download");

  private final Tide tide = Tide.builder().build();

  @Test
  void everyNumberIsInTheLibraryAsItIsInTheInventory() throws IOException {
    assumeTrue(Files.exists(INVENTORY), "there is no inventory of the sources beside the project");
    Map<String, Defined> registry = registry();
    Map<String, Quantity> units = new HashMap<>();
    List<String> wrong = new ArrayList<>();
    Set<String> ids = new TreeSet<>();
    int numeric = 0;
    for (CSVRecord row : inventory()) {
      // a name in Tide holds neither a hyphen nor a full stop
      String id = row.get("id").replace('.', '-');
      ids.add(id);
      Defined defined = registry.get(id);
      if (defined == null || defined.value().isEmpty()) {
        wrong.add(id + " is not there");
        continue;
      }
      List<String> numbers = numbers(row);
      if (numbers.isEmpty()) {
        continue;
      }
      numeric++;
      String unit = row.get("unit");
      Value value = defined.value().get();
      List<Value> ends =
          value instanceof IntervalValue interval
              ? List.of(interval.from(), interval.to())
              : List.of(value);
      if (ends.size() != numbers.size()) {
        wrong.add(id + " is " + value + " and the inventory has " + numbers);
        continue;
      }
      for (int i = 0; i < ends.size(); i++) {
        if (!same(Double.parseDouble(numbers.get(i)), unit, ends.get(i), units)) {
          wrong.add(id + " is " + ends.get(i) + " and the inventory has " + numbers + " " + unit);
        }
      }
    }
    assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    assertEquals(ROWS, ids.size());
    assertEquals(ids, new TreeSet<>(registry.keySet()));
    assertTrue(numeric > 0);
  }

  /** What a row says: one number, or the two ends of a range. */
  private static List<String> numbers(CSVRecord row) {
    String low = row.get("value_low");
    String high = row.get("value_high");
    String point = row.get("point");
    if (!point.isEmpty()) {
      return List.of(point);
    }
    if (!low.isEmpty() && !high.isEmpty()) {
      return low.equals(high) ? List.of(low) : List.of(low, high);
    }
    String one = low.isEmpty() ? high : low;
    return one.isEmpty() ? List.of() : List.of(one);
  }

  private boolean same(double number, String unit, Value value, Map<String, Quantity> units) {
    if (unit.equals("calendar-year")) {
      return value instanceof DateValue date && Math.abs(date.year() - number) < 0.02;
    }
    if (!(value instanceof QuantityValue quantity)) {
      return false;
    }
    Quantity one = units.computeIfAbsent(unit, this::one);
    double expected = number * one.magnitude();
    double given = quantity.quantity().magnitude();
    boolean measures =
        number == 0
            || quantity.quantity().dimension().describe().equals(one.dimension().describe());
    return measures && Math.abs(given - expected) <= 1e-9 * Math.abs(expected);
  }

  /** One of a unit of the inventory. */
  private Quantity one(String unit) {
    String one = COUNTED.contains(unit) ? "1" : UNITS.getOrDefault(unit, "1 " + unit);
    String script = "import std.units\nshow " + one;
    Program program = tide.compile("unit.tide", script);
    assertTrue(program.isSound(), () -> unit + ": " + program.diagnostics());
    return ((QuantityValue) program.run().shown().get(0).value()).quantity();
  }

  private Map<String, Defined> registry() throws IOException {
    Map<String, Defined> registry = new HashMap<>();
    for (String module : tide.modules()) {
      if (module.startsWith("std.sources.")) {
        for (Defined defined : tide.compileModule(module).orElseThrow().definitions(Watch.none())) {
          registry.put(defined.name().replace('_', '-'), defined);
        }
      }
    }
    return registry;
  }

  private static List<CSVRecord> inventory() throws IOException {
    try (Reader in = Files.newBufferedReader(INVENTORY)) {
      return CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .build()
          .parse(in)
          .getRecords();
    }
  }
}
