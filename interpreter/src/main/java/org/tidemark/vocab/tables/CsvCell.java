package org.tidemark.vocab.tables;

import java.util.OptionalDouble;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/** Cells of a file. */
public final class CsvCell {
  private CsvCell() {}

  /** What a cell says as a value of a type; null where it is none. */
  public static Value value(String cell, Type type) {
    if (type instanceof QuantityType quantity) {
      return isNumber(cell) ? finite(cell, quantity.unit()) : null;
    }
    if (type == BasicType.DATE) {
      OptionalDouble date = CalendarDate.parse(cell);
      return date.isPresent() ? new DateValue(date.getAsDouble()) : null;
    }
    if (type == BasicType.BOOL) {
      return cell.equalsIgnoreCase("true")
          ? BoolValue.TRUE
          : cell.equalsIgnoreCase("false") ? BoolValue.FALSE : null;
    }
    return new TextValue(cell);
  }

  /** What a cell should have been. */
  public static String expected(Type type) {
    if (type instanceof QuantityType quantity) {
      String unit = quantity.unit().text();
      return unit.isEmpty() ? "a number" : "a number of " + unit + ", without the unit";
    }
    return type == BasicType.DATE ? "a date such as 2024, 2024-06 or 2024-06-30" : "true or false";
  }

  private static Value finite(String cell, UnitExpression unit) {
    double number = Double.parseDouble(cell);
    return Double.isInfinite(number) ? null : new QuantityValue(Quantity.of(number, unit));
  }

  /** Decimal notation only: Java's own parser knows hexadecimal numbers and names too. */
  private static boolean isNumber(String cell) {
    int i = signEnd(cell, 0);
    int start = i;
    i = digitsEnd(cell, i);
    int digits = i - start;
    if (i < cell.length() && cell.charAt(i) == '.') {
      int end = digitsEnd(cell, i + 1);
      digits += end - i - 1;
      i = end;
    }
    if (digits == 0) {
      return false;
    }
    if (i < cell.length() && (cell.charAt(i) == 'e' || cell.charAt(i) == 'E')) {
      int exponent = signEnd(cell, i + 1);
      i = digitsEnd(cell, exponent);
      if (i == exponent) {
        return false;
      }
    }
    return i == cell.length();
  }

  private static int signEnd(String cell, int i) {
    return i < cell.length() && (cell.charAt(i) == '-' || cell.charAt(i) == '+') ? i + 1 : i;
  }

  private static int digitsEnd(String cell, int from) {
    int i = from;
    while (i < cell.length() && cell.charAt(i) >= '0' && cell.charAt(i) <= '9') {
      i++;
    }
    return i;
  }
}
