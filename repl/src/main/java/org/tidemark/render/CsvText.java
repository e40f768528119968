package org.tidemark.render;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/**
 * Tables as comma-separated values (RFC 4180): units in the first line, numbers with 17 significant
 * digits, dates as in {@code 2026-07-01}, {@code never} as that word, nothing where a value is
 * missing. Uncertain values are written as their medians. Texts are written as they are, also those
 * that a spreadsheet would take for a formula: whoever reads the file back reads what was written.
 */
public final class CsvText {
  private CsvText() {}

  /**
   * The text.
   *
   * @throws Problem where a cell holds more than one value
   */
  public static String of(TableValue table) {
    List<UnitExpression> units = new ArrayList<>();
    List<String> header = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      UnitExpression unit = TableUnits.of(table, i);
      units.add(unit);
      String name = table.columns().get(i);
      header.add(unit == null || unit.isNone() ? name : name + " (" + unit.text() + ")");
    }
    StringBuilder text = new StringBuilder(line(header));
    for (List<Value> row : table.rows()) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(cell(row.get(i), units.get(i), table.columns().get(i)));
      }
      text.append(line(cells));
    }
    return text.toString();
  }

  private static String line(List<String> cells) {
    return CSVFormat.RFC4180.format(cells.toArray()) + "\r\n";
  }

  private static String cell(Value value, UnitExpression unit, String column) {
    if (value == SpecialValue.MISSING) {
      return "";
    }
    if (value == SpecialValue.NEVER) {
      return SpecialValue.NEVER.text();
    }
    if (value instanceof TextValue text) {
      return text.text();
    }
    if (value instanceof DateValue date) {
      return CalendarDate.text(date.year());
    }
    if (value instanceof BoolValue bool) {
      return bool.holds() ? "true" : "false";
    }
    if (value instanceof QuantityValue quantity) {
      return number(quantity.quantity(), unit);
    }
    if (value instanceof ObjectValue object && object.quantity().isPresent()) {
      return number(object.quantity().get(), unit);
    }
    throw Problem.of(
            "E0561",
            "a cell of a .csv file holds one value, and one in "
                + column
                + " holds "
                + value.describe())
        .withHelp("write it as .json, or leave that column out");
  }

  private static String number(Quantity quantity, UnitExpression unit) {
    double number = unit == null ? quantity.in(quantity.unit()) : in(quantity, unit);
    if (!Double.isFinite(number)) {
      // what is beyond all numbers says so in words
      return quantity.text();
    }
    String exact = NumberText.exact(number);
    boolean shared = unit != null || quantity.unit().isNone();
    return shared ? exact : exact + " " + quantity.unit().text();
  }

  private static double in(Quantity quantity, UnitExpression unit) {
    return quantity.dimension().equals(unit.dimension()) ? quantity.in(unit) : quantity.magnitude();
  }
}
