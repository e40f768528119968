package org.tidemark.spi.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;

/** Values as one line of text, the same everywhere: in results, texts with holes and messages. */
public final class ValueText {
  /** So many elements of a list are shown. */
  static final int SHOWN_ELEMENTS = 20;

  private static final int MEDIAN_DIGITS = 3;
  private static final int BRIEF = 60;
  private static final int DEEPEST = 8;

  private ValueText() {}

  /** The value as a script would nearly write it; long lists say how much they leave out. */
  public static String of(Value value) {
    return value instanceof TextValue text ? OneLine.of(text.text()) : nested(value, 0);
  }

  /** As {@link #of}, with quotation marks around a text. */
  public static String nested(Value value) {
    return nested(value, 0);
  }

  /** A value as a text short enough for a label or a table's cell. */
  public static String brief(Value value) {
    String text = of(value);
    return text.codePointCount(0, text.length()) <= BRIEF
        ? text
        : text.substring(0, text.offsetByCodePoints(0, BRIEF - 1)).concat("…");
  }

  private static String nested(Value value, int depth) {
    if (depth > DEEPEST) {
      return "…";
    }
    if (value instanceof QuantityValue quantity) {
      return quantity(quantity);
    }
    if (value instanceof DateValue date) {
      return CalendarDate.text(date.year());
    }
    if (value instanceof TextValue text) {
      return OneLine.quoted(text.text());
    }
    if (value instanceof BoolValue bool) {
      return bool.holds() ? "true" : "false";
    }
    if (value instanceof SpecialValue special) {
      return special.text();
    }
    if (value instanceof ListValue list) {
      return enclosed('[', list.elements(), e -> nested(e, depth + 1), ']');
    }
    if (value instanceof RecordValue fields) {
      List<Map.Entry<String, Value>> entries = new ArrayList<>(fields.fields().entrySet());
      return enclosed('{', entries, e -> field(e, depth), '}');
    }
    if (value instanceof IntervalValue interval) {
      String ends =
          nested(interval.from(), depth + 1)
              .concat(" .. ")
              .concat(nested(interval.to(), depth + 1));
      return interval.step().isEmpty()
          ? ends
          : ends.concat(" by ").concat(nested(interval.step().get(), depth + 1));
    }
    if (value instanceof TableValue table) {
      return "a table of ".concat(count(table.rows().size(), "row"));
    }
    if (value instanceof ObjectValue object) {
      return OneLine.of(object.quantity().map(Quantity::text).orElseGet(object::summary));
    }
    if (value instanceof ModelValue model) {
      return model.names().isEmpty()
          ? "a model without definitions"
          : "a model with ".concat(enumerated(model.names()));
    }
    if (value instanceof FunctionValue function && function.arity() >= 0) {
      return "a function of ".concat(count(function.arity(), "argument"));
    }
    return OneLine.of(value.describe());
  }

  private static String field(Map.Entry<String, Value> entry, int depth) {
    return entry.getKey().concat(": ").concat(nested(entry.getValue(), depth + 1));
  }

  private static String quantity(QuantityValue value) {
    Quantity quantity = value.quantity();
    if (value.distribution().isEmpty()) {
      return quantity.text();
    }
    return value
        .distribution()
        .get()
        .text(quantity.unit())
        .concat(" (median ")
        .concat(quantity.text(MEDIAN_DIGITS))
        .concat(")");
  }

  /** {@code 1 row}, {@code 3 rows}. */
  public static String count(int number, String what) {
    return Integer.toString(number).concat(" ").concat(what).concat(number == 1 ? "" : "s");
  }

  private static String enumerated(List<String> names) {
    int shown = names.size() > SHOWN_ELEMENTS ? SHOWN_ELEMENTS : names.size();
    String text = String.join(", ", names.subList(0, shown));
    return shown == names.size() ? text : text.concat(more(names.size() - shown));
  }

  private static <T> String enclosed(
      char open, List<T> elements, Function<T, String> writer, char close) {
    int shown = shown(elements.size());
    StringBuilder text = new StringBuilder().append(open);
    for (int i = 0; i < shown; i++) {
      text.append(i == 0 ? "" : ", ").append(writer.apply(elements.get(i)));
    }
    if (shown < elements.size()) {
      text.append(more(elements.size() - shown));
    }
    return text.append(close).toString();
  }

  private static String more(int number) {
    return ", … and ".concat(Integer.toString(number)).concat(" more");
  }

  /** How many of so many are shown: all where leaving out would save next to nothing. */
  public static int shown(int size) {
    return size <= SHOWN_ELEMENTS + 2 ? size : SHOWN_ELEMENTS;
  }
}
