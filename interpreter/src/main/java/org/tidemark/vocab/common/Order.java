package org.tidemark.vocab.common;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/** When values are equal and which comes first. */
public final class Order {
  private Order() {}

  /**
   * Negative, zero or positive as one value comes before, with or after the other; {@code never}
   * comes last.
   *
   * @throws Problem where a value is missing or the two have no order
   */
  public static int compare(Value a, Value b, String function) {
    if (a == SpecialValue.MISSING || b == SpecialValue.MISSING) {
      throw Magnitudes.missing(function);
    }
    if (a instanceof TextValue x && b instanceof TextValue y) {
      return x.text().compareTo(y.text());
    }
    if (a instanceof BoolValue x && b instanceof BoolValue y) {
      return x.compareTo(y);
    }
    return Double.compare(number(a, function), number(b, function));
  }

  private static double number(Value value, String function) {
    if (value == SpecialValue.NEVER) {
      return Double.POSITIVE_INFINITY;
    }
    // adding 0 makes the two zeros one
    return 0.0
        + (value instanceof DateValue date
            ? date.year()
            : Magnitudes.quantity(value, function).magnitude());
  }

  /** Whether two values are the same, whatever the units in which they are shown. */
  public static boolean same(Value a, Value b) {
    return key(a).equals(key(b));
  }

  /**
   * Something that is equal for values that are the same; quantities count without their unit. It
   * has an order, so that a map finds it soon even where somebody has chosen values of one hash.
   */
  public static Object key(Value value) {
    if (value instanceof QuantityValue quantity) {
      return 0.0 + quantity.quantity().magnitude();
    }
    if (value instanceof TextValue text) {
      return text.text();
    }
    if (value instanceof DateValue date) {
      return new CompositeKey("date", List.of(0.0 + date.year()));
    }
    if (value instanceof ListValue list) {
      return new CompositeKey("list", list.elements().stream().map(Order::key).toList());
    }
    if (value instanceof RecordValue entries) {
      List<Object> parts = new ArrayList<>();
      entries
          .fields()
          .forEach(
              (name, field) -> {
                parts.add(name);
                parts.add(key(field));
              });
      return new CompositeKey("record", parts);
    }
    if (value instanceof ObjectValue object && object.quantity().isPresent()) {
      Quantity quantity = object.quantity().get();
      return 0.0 + quantity.magnitude();
    }
    return value;
  }
}
