package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;

/** The path of a solution as a table: a row at the start, after every step and at the crossing. */
final class PathTable {
  private static final int MOST_ROWS = 100_000;
  private static final List<Measure> MEASURES =
      List.of(Measure.QUANTITY, Measure.PRICE, Measure.VALUE, Measure.PROFIT);

  private PathTable() {}

  /** The columns of the paths of a market's solutions. */
  static TableType type(MarketType of) {
    Map<String, Type> columns = new LinkedHashMap<>();
    columns.put("t", Types.DURATION);
    if (of.dated()) {
      columns.put("date", BasicType.DATE);
    }
    columns.put("remaining", of.stock());
    columns.put("quantity", of.output());
    columns.put("price", of.price());
    columns.put("value", of.value());
    columns.put("profit", of.flow());
    return new TableType(columns);
  }

  /** The rows of a path, a step apart. */
  static TableValue rows(PathValue path, Optional<Quantity> every) {
    double step = every.map(Quantity::magnitude).orElse(DisplayUnits.YEAR.toBase(1));
    double end = path.solution().seconds();
    if (every.isPresent() && !every.get().dimension().equals(Types.TIME)) {
      throw Problem.of(
              "E0308", "the step between rows is a time, and this is " + every.get().text())
          .withHelp("for example every: 1 year")
          .about("every");
    }
    if (!(step > 0)) {
      throw Problem.of(
              "E0501",
              "the time between rows is "
                  + every.map(Quantity::text).orElse("")
                  + ", and has to be above 0")
          .withHelp("for example every: 1 year")
          .about("every");
    }
    if (Double.isInfinite(end)) {
      throw Problem.of(
              "E0501", "the crossing is never reached, so the table of the path has no end")
          .withHelp("ask the path at single times: path.quantity(3 year)")
          .about("every");
    }
    if (end / step > MOST_ROWS) {
      throw Problem.of(
              "E0501",
              "the crossing comes after "
                  + DisplayUnits.years(end).text()
                  + ", which is more than "
                  + MOST_ROWS
                  + " rows")
          .withHelp("take longer steps: every: " + DisplayUnits.years(end / 100).text(1))
          .about("every");
    }
    Optional<DateValue> start = path.solution().market().start();
    List<List<Value>> rows = new ArrayList<>();
    for (int i = 0; i * step < end; i++) {
      rows.add(row(path, i * step, start));
    }
    rows.add(row(path, end, start));
    return new TableValue(columns(start.isPresent()), rows);
  }

  private static List<String> columns(boolean dated) {
    return dated
        ? List.of("t", "date", "remaining", "quantity", "price", "value", "profit")
        : List.of("t", "remaining", "quantity", "price", "value", "profit");
  }

  private static List<Value> row(PathValue path, double seconds, Optional<DateValue> start) {
    double remaining = path.remaining(seconds);
    List<Value> cells = new ArrayList<>();
    cells.add(Values.of(DisplayUnits.years(seconds)));
    start.ifPresent(date -> cells.add(Dates.after(date, seconds)));
    cells.add(Values.of(path.solution().units().distance(remaining)));
    for (Measure measure : MEASURES) {
      cells.add(
          path.solution().isTold(measure)
              ? Values.of(path.at(measure, remaining))
              : SpecialValue.MISSING);
    }
    return cells;
  }
}
