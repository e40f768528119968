package org.tidemark.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tidemark.model.Shown;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.DateValue;
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
    assertTrue(text.endsWith("  … and 80 more\n"), text);
    assertEquals(23, text.lines().count());
    assertEquals("t =\n  a\n  (no rows)\n", text("t", new TableValue(List.of("a"), List.of())));
  }

  @Test
  void controlCharactersDoNotReachTheTerminal() {
    assertEquals("t = a\uFFFD[31m\n", text("t", new TextValue("a\u001b[31m")));
    assertEquals("l = [\"a b\"]\n", text("l", new ListValue(List.of(new TextValue("a\nb")))));
  }
}
