package org.tidemark.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.tidemark.check.Literals;
import org.tidemark.check.Scope;
import org.tidemark.check.UnitReader;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.tree.Argument;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.TableLiteral;
import org.tidemark.grammar.tree.TableRow;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/** Inline tables: bare numbers take the unit of their column, years are dates. */
final class TableRows {
  private TableRows() {}

  static Code lower(TableLiteral table, Scope scope, Lowering lowering, UnitReader units) {
    Map<String, Type> columns = new LinkedHashMap<>();
    for (Argument argument : table.header().arguments()) {
      argument
          .name()
          .ifPresent(name -> columns.put(name.name(), units.columnType(argument.value())));
    }
    List<Type> types = new ArrayList<>(columns.values());
    List<List<Code>> rows = new ArrayList<>();
    for (TableRow row : table.rows()) {
      List<Code> cells = new ArrayList<>();
      for (int i = 0; i < row.cells().size(); i++) {
        cells.add(cell(row.cells().get(i), types.get(i), scope, lowering));
      }
      rows.add(cells);
    }
    List<String> names = List.copyOf(columns.keySet());
    return frame -> {
      List<List<Value>> values = new ArrayList<>(rows.size());
      for (List<Code> row : rows) {
        List<Value> cells = new ArrayList<>(row.size());
        for (Code code : row) {
          cells.add(code.evaluate(frame));
        }
        values.add(cells);
      }
      return new TableValue(names, values);
    };
  }

  private static Code cell(Expression cell, Type type, Scope scope, Lowering lowering) {
    Code code = lowering.expression(cell, scope);
    boolean bare = Literals.isBareNumber(cell);
    Location location = new Location(scope.source(), cell.span());
    if (type instanceof QuantityType quantity) {
      if (bare) {
        return frame -> Arithmetic.taken((QuantityValue) code.evaluate(frame), quantity.unit());
      }
      return frame -> Arithmetic.shownIn(code.evaluate(frame), quantity.unit());
    }
    if (type == BasicType.DATE) {
      return frame -> date(code.evaluate(frame), frame, location);
    }
    return code;
  }

  private static Value date(Value value, Frame frame, Location location) {
    if (value instanceof QuantityValue year) {
      return new DateValue(CalendarDate.ofYear(year.quantity().magnitude()));
    }
    if (value instanceof TextValue text) {
      OptionalDouble parsed = CalendarDate.parse(text.text());
      if (parsed.isEmpty()) {
        throw frame.evaluation.fail(
            location,
            "E0508",
            "this is no date: " + text.text(),
            "write 2024, \"2024-06\" or \"2024-06-30\"");
      }
      return new DateValue(parsed.getAsDouble());
    }
    return value;
  }
}
