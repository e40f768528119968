package org.tidemark.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "-1, -1",
    "12, 12",
    "0.5, 0.5",
    "0.1, 0.1",
    "34.1, 34.1",
    "3.14159265, 3.14159",
    "2.5e-3, 0.0025",
    "0.0001, 0.0001",
    "0.0000999999999, 0.0001",
    "0.00009, 9e-5",
    "1.23456789e-7, 1.23457e-7",
    "123456.5, 123457",
    "999999.7, 1000000",
    "100000, 100000",
    "1234567, 1234567",
    "1234567.8, 1234568",
    "9999999, 9999999",
    "9999999.7, 1e7",
    "10000000, 1e7",
    "29880000000, 2.988e10",
    "-29880000000, -2.988e10",
    "1e300, 1e300",
    "4.9e-324, 4.9e-324",
    "0.30000000000000004, 0.3",
    "2.0000000001, 2",
    "NaN, not a number",
    "Infinity, infinity",
    "-Infinity, -infinity"
  })
  void writesForReading(double v, String text) {
    assertEquals(text, NumberText.sensible(v));
  }

  @ParameterizedTest
  @CsvSource({
    "3.14159265, 3, 3.14",
    "2.5, 1, 3",
    "-2.5, 1, -3",
    "1234567, 3, 1230000",
    "12345678901, 3, 1.23e10",
    "12345678901, 12, 12345678901",
    "0.1, 17, 0.1",
    "1e-9, 4, 1e-9",
    "0, 3, 0",
    "NaN, 3, not a number"
  })
  void writesSignificantDigits(double v, int digits, String text) {
    assertEquals(text, NumberText.significant(v, digits));
  }

  @Test
  void needsADigit() {
    assertThrows(IllegalArgumentException.class, () -> NumberText.significant(1, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, -0.0",
    "0.1, 0.10000000000000001",
    "0.5, 0.5",
    "12, 12",
    "1e20, 1e20",
    "1e16, 10000000000000000",
    "1.2e-8, 1.2e-8",
    "NaN, null",
    "Infinity, null",
    "-Infinity, null"
  })
  void writesForMachines(double v, String text) {
    assertEquals(text, NumberText.exact(v));
  }

  @Property
  void exactReadsBack(@ForAll double v) {
    String text = NumberText.exact(v);
    assertEquals(v, Double.parseDouble(text));
    assertEquals(true, text.matches("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?"), text);
  }

  @Property
  void sensibleIsCloseAndShort(@ForAll double v) {
    String text = NumberText.sensible(v);
    assertEquals(v, Double.parseDouble(text), Math.abs(v) * 5.1e-6);
  }
}
