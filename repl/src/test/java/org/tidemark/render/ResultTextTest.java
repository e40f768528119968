package org.tidemark.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tidemark.model.Shown;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.Distribution;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/** How results look. */
class ResultTextTest {
  private static final Evidence NONE = new Evidence(List.of());
  private static final Evidence UNCERTAIN =
      new Evidence(
          List.of(new Evidence.Input("a", "1 to 3", Evidence.Grade.ASSUMED, "a guess", true)));

  private static String text(String name, Value value) {
    return ResultText.of(new Shown(name, value, NONE));
  }

  private static Value pure(double number) {
    return QuantityValue.pure(number);
  }

  private static Value numbers(int count) {
    List<Value> all = new ArrayList<>();
    IntStream.rangeClosed(1, count).forEach(i -> all.add(pure(i)));
    return new ListValue(all);
  }

  @Test
  void valuesAreLines() {
    assertEquals("x = 2\n", text("x", pure(2)));
    assertEquals("d = 2024-06\n", text("d", new DateValue(2024 + 5 / 12.0)));
    assertEquals("b = true\n", text("b", BoolValue.TRUE));
    assertEquals("n = never\n", text("n", SpecialValue.NEVER));
    assertEquals("t = words\n", text("t", new TextValue("words")));
    assertEquals("words\n", text("\"words\"", new TextValue("words")));
    assertEquals("l = [1, 2]\n", text("l", numbers(2)));
    assertEquals("l = []\n", text("l", new ListValue(List.of())));
    assertEquals(
        "r = {a: 1, b: \"x\"}\n", text("r", record("a", pure(1), "b", new TextValue("x"))));
  }

  private static RecordValue record(String first, Value a, String second, Value b) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put(first, a);
    fields.put(second, b);
    return new RecordValue(fields);
  }

  @Test
  void mediansAreMarked() {
    assertEquals("x = 2 (at median inputs)\n", ResultText.of(new Shown("x", pure(2), UNCERTAIN)));
    assertTrue(
        ResultText.of(new Shown("x", table(2), UNCERTAIN)).startsWith("x (at median inputs) =\n"));
  }

  @Test
  void longListsSayWhatTheyLeaveOut() {
    assertTrue(text("l", numbers(22)).endsWith("21, 22]\n"));
    assertTrue(text("l", numbers(23)).endsWith("20, … and 3 more]\n"));
  }

  @Test
  void longRecordsStandUnderTheirName() {
    assertEquals(
        """
        r =
          list = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]
          text = and a good many words more
        """,
        text(
            "r", record("list", numbers(21), "text", new TextValue("and a good many words more"))));
  }

  private static TableValue table(int rows) {
    List<List<Value>> cells = new ArrayList<>();
    for (int i = 1; i <= rows; i++) {
      cells.add(
          List.of(
              new TextValue("row " + i),
              pure(i + 0.25 * (i % 3)),
              i == 2 ? SpecialValue.MISSING : new QuantityValue(Quantity.pure(10 * i))));
    }
    return new TableValue(List.of("name", "size", "next"), cells);
  }

  @Test
  void tablesAreAligned() {
    assertEquals(
        """
        t =
          name   size  next
          row 1  1.25    10
          row 2  2.5      –
          row 3  3       30
        """,
        text("t", table(3)));
  }

  @Test
  void longTablesSayWhatTheyLeaveOut() {
    String text = text("t", table(100));
    assertTrue(
        text.contains(
            "\n  row 15    15      150\n  … 80 rows left out …\n  row 96    96      960\n"),
        text);
    assertTrue(text.lines().toList().get(22).startsWith("  row 100  "), text);
    assertEquals(23, text.lines().count());
    assertEquals("t =\n  a\n  (no rows)\n", text("t", new TableValue(List.of("a"), List.of())));
  }

  @Test
  void wideTablesHaveColumnsBelowEachOther() {
    List<String> names = new ArrayList<>();
    List<Value> row = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      names.add("column " + i);
      row.add(pure(i));
    }
    Value table = new TableValue(names, List.of(row));
    String text = ResultText.of(new Shown("t", table, NONE), 50);
    assertEquals(
        """
        t =
          column 0  column 1  column 2  column 3  column 4
                 0         1         2         3         4

          column 0  column 5  column 6  column 7  column 8
                 0         5         6         7         8

        """,
        text.substring(0, text.indexOf("  column 0  column 9")));
    assertTrue(text.endsWith("  … and 22 more columns: column 18, column 19, co…\n"), text);
    assertTrue(text.lines().allMatch(line -> line.length() <= 51), text);
  }

  /** As likely anywhere between two ends. */
  private record Even(double from, double to) implements Distribution {
    @Override
    public double median() {
      return quantile(0.5);
    }

    @Override
    public double quantile(double probability) {
      return from + (to - from) * probability;
    }

    @Override
    public double cumulative(double magnitude) {
      return Math.max(0, Math.min(1, (magnitude - from) / (to - from)));
    }

    @Override
    public String text(UnitExpression unit) {
      return "even";
    }
  }

  @Test
  void zerosThatFitAnythingHaveTheUnitOfTheirColumn() {
    UnitExpression unit = UnitExpression.of(UnitTable.standard().find("year").orElseThrow());
    Quantity year = Quantity.of(1, unit);
    Value zero = new QuantityValue(new Quantity(0, UnitExpression.NONE).times(year));
    TableValue table =
        new TableValue(
            List.of("a", "b"),
            List.of(List.of(zero, pure(0)), List.of(pure(5), new QuantityValue(year))));
    assertEquals("t =\n  a  b (year)\n  0         0\n  5         1\n", text("t", table));
  }

  @Test
  void uncertainInputsShowWhereTheyLie() {
    Value even = new QuantityValue(Quantity.pure(20), Optional.of(new Even(10, 30)));
    assertEquals("x = even (median 20, 90 %: 11 … 29)  ██████████\n", text("x", even));
    assertEquals(
        "x = even (median 20, 90 %: 11 … 29)\n", ResultText.of(new Shown("x", even, NONE), 40));
    Value narrow = new QuantityValue(Quantity.pure(2000), Optional.of(new Even(1999, 2001)));
    assertTrue(text("x", narrow).contains("90 %: 1999.1 … 2000.9"), text("x", narrow));
  }

  @Test
  void columnsAreCountedAsTerminalsDo() {
    assertEquals(3, PlainText.width("abc"));
    assertEquals(1, PlainText.width("e\u0301"));
    assertEquals(4, PlainText.width("日本"));
    assertEquals("日…", PlainText.elided("日本語", 4));
    assertEquals("ab…yz", PlainText.elidedInside("abcdefxyz", 5));
  }

  @Test
  void controlCharactersDoNotReachTheTerminal() {
    assertEquals("t = a\uFFFD[31m\n", text("t", new TextValue("a\u001b[31m")));
    assertEquals("l = [\"a b\"]\n", text("l", new ListValue(List.of(new TextValue("a\nb")))));
  }
}
