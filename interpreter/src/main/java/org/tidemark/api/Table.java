package org.tidemark.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/**
 * Rows under named columns. Immutable.
 *
 * <pre>{@code
 * Program program = Tide.builder().build().compile("""
 *     data prices = table(on: date, price: USD/GB) { 2024, 15; 2025, 12 }
 *     """);
 * Table prices = program.table("prices");
 * assert prices.columns().equals(java.util.List.of("on", "price"));
 * assert prices.numbers("price", "USD/TB")[1] == 12_000;
 * assert prices.dates("on").get(0).orElseThrow().getYear() == 2024;
 * }</pre>
 */
public final class Table {
  private final TableValue table;
  private final Units units;

  Table(TableValue table, Units units) {
    this.table = table;
    this.units = units;
  }

  /** The names of its columns, in order. */
  public List<String> columns() {
    return table.columns();
  }

  /** The number of its rows. */
  public int size() {
    return table.rows().size();
  }

  /**
   * A column as numbers in a unit: a date as its decimal year in {@code "year"}, infinity for
   * never, not a number for a missing cell.
   *
   * @throws TideException where there is no such column, or it holds something else
   */
  public double[] numbers(String column, String unit) {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(unit, "unit");
    return values(column).stream()
        .mapToDouble(value -> PlainValues.number(value, unit, units))
        .toArray();
  }

  /**
   * A column as dates; empty where a cell is missing or says never.
   *
   * @throws TideException where there is no such column, or it holds something else
   */
  public List<Optional<LocalDate>> dates(String column) {
    return values(column).stream().map(PlainValues::date).toList();
  }

  /**
   * A column as texts, numbers with their units as a script shows them.
   *
   * @throws TideException where there is no such column
   */
  public List<String> texts(String column) {
    return values(column).stream().map(ValueText::of).toList();
  }

  /**
   * The unit of a column's first number; empty where it is a pure number or there is none.
   *
   * @throws TideException where there is no such column
   */
  public String unit(String column) {
    return values(column).stream()
        .filter(QuantityValue.class::isInstance)
        .map(value -> ((QuantityValue) value).quantity().unit())
        .findFirst()
        .map(UnitExpression::text)
        .orElse("");
  }

  /**
   * A column as values.
   *
   * @throws TideException where there is no such column
   */
  public List<Value> values(String column) {
    Objects.requireNonNull(column, "column");
    if (!columns().contains(column)) {
      throw TideException.of(
          "E0910",
          "the table has no column " + column,
          "its columns are " + String.join(", ", columns()));
    }
    return table.column(column);
  }

  /** What it was made of. */
  public TableValue value() {
    return table;
  }

  /** How many rows it has. */
  @Override
  public String toString() {
    return ValueText.of(table);
  }
}
