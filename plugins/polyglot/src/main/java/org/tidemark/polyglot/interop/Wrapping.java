package org.tidemark.polyglot.interop;

import org.tidemark.api.TypedValue;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ModelValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/** From values of Tide to values that guests understand. */
final class Wrapping {
  private Wrapping() {}

  /**
   * A value as guests see it.
   *
   * @param name of the definition that it stands in; empty where it stands in none
   */
  static Object of(Live live, TypedValue typed, String name) {
    Value value = typed.value();
    if (value instanceof QuantityValue quantity) {
      return quantity(live, quantity, name);
    }
    if (value instanceof BoolValue bool) {
      return bool.holds();
    }
    if (value instanceof TextValue text) {
      return text.text();
    }
    if (value instanceof DateValue date) {
      return date.year() == Double.POSITIVE_INFINITY
          ? new NothingObject(SpecialValue.NEVER)
          : new DateObject(date);
    }
    if (value instanceof SpecialValue special) {
      return new NothingObject(special);
    }
    if (value instanceof ListValue list) {
      return ListObject.of(live, list, typed.type());
    }
    if (value instanceof RecordValue) {
      return new RecordObject(live, typed);
    }
    if (value instanceof TableValue table) {
      return new TableObject(live, table, typed.type());
    }
    if (value instanceof IntervalValue interval) {
      return new IntervalObject(live, interval, typed.type());
    }
    if (value instanceof ModelValue) {
      return new ModelObject(live, typed);
    }
    return new DeclaredObject(live, typed, name);
  }

  private static Object quantity(Live live, QuantityValue value, String name) {
    Quantity quantity = value.quantity();
    boolean certain = value.distribution().isEmpty();
    if (certain && quantity.unit().isNone()) {
      return quantity.magnitude();
    }
    if (quantity.magnitude() == Double.POSITIVE_INFINITY
        && quantity.dimension().equals(Types.TIME)) {
      return new NothingObject(SpecialValue.NEVER);
    }
    return new QuantityObject(live, value, name);
  }
}
