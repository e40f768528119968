package org.tidemark.script;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.api.Program;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/**
 * Values of a script as plain Java: a pure number is a {@link Double}, any other quantity an {@link
 * org.tidemark.api.QuantityAnswer}, a date a {@link LocalDate}, {@code never} positive infinity,
 * {@code missing} null, a table a list of maps. What Java has no class for is a {@link
 * ScriptObject}.
 */
final class PlainValues {
  private final Program program;
  private final Definitions definitions;

  PlainValues(Program program, Definitions definitions) {
    this.program = program;
    this.definitions = definitions;
  }

  /**
   * A value.
   *
   * @param expression that gave it, by which its members can be asked for
   */
  Object of(Value value, String expression) {
    if (value instanceof QuantityValue number) {
      return quantity(number.quantity());
    }
    if (value instanceof DateValue date) {
      return date(date);
    }
    if (value instanceof TextValue text) {
      return text.text();
    }
    if (value instanceof BoolValue truth) {
      return truth.holds();
    }
    if (value instanceof SpecialValue special) {
      return special == SpecialValue.NEVER ? (Double) Double.POSITIVE_INFINITY : null;
    }
    if (value instanceof ListValue list) {
      List<Object> elements = new ArrayList<>();
      for (Value element : list.elements()) {
        elements.add(of(element, "(" + expression + ")[" + elements.size() + "]"));
      }
      return Collections.unmodifiableList(elements);
    }
    if (value instanceof RecordValue fields) {
      return record(fields, expression);
    }
    if (value instanceof IntervalValue interval) {
      Map<String, Object> ends = new LinkedHashMap<>();
      ends.put("from", of(interval.from(), expression));
      ends.put("to", of(interval.to(), expression));
      interval.step().ifPresent(step -> ends.put("by", of(step, expression)));
      return Collections.unmodifiableMap(ends);
    }
    if (value instanceof TableValue table) {
      List<Object> rows = new ArrayList<>();
      for (int i = 0; i < table.rows().size(); i++) {
        rows.add(record(table.row(i), "(" + expression + ")[" + i + "]"));
      }
      return Collections.unmodifiableList(rows);
    }
    if (value instanceof ObjectValue object && object.quantity().isPresent()) {
      return quantity(object.quantity().get());
    }
    return new ScriptObject(definitions, expression, value);
  }

  private Map<String, Object> record(RecordValue record, String expression) {
    Map<String, Object> fields = new LinkedHashMap<>();
    record
        .fields()
        .forEach((name, field) -> fields.put(name, of(field, "(" + expression + ")." + name)));
    return Collections.unmodifiableMap(fields);
  }

  private Object quantity(Quantity quantity) {
    return quantity.dimension().isNone() ? (Object) quantity.magnitude() : program.answer(quantity);
  }

  /** The day that it falls on; infinity for never, the text where it is in no calendar. */
  private static Object date(DateValue date) {
    if (date.year() == Double.POSITIVE_INFINITY) {
      return date.year();
    }
    return CalendarDate.day(date.year())
        .<Object>map(day -> LocalDate.of(day.year(), day.month(), day.day()))
        .orElseGet(() -> CalendarDate.text(date.year()));
  }
}
