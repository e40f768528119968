package org.tidemark.polyglot.interop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.api.TypedValue;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.IntervalType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.RecordType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/** The types of values that come without one. */
final class Sorts {
  private Sorts() {}

  /** The type of a plain value; unknown for what only a script can know. */
  static Type of(Value value) {
    if (value instanceof QuantityValue quantity) {
      return quantity.quantity().fitsAnything()
          ? QuantityType.ZERO
          : QuantityType.of(quantity.quantity().unit());
    }
    if (value instanceof DateValue) {
      return BasicType.DATE;
    }
    if (value instanceof TextValue) {
      return BasicType.TEXT;
    }
    if (value instanceof BoolValue) {
      return BasicType.BOOL;
    }
    if (value instanceof SpecialValue special) {
      return special == SpecialValue.NEVER ? BasicType.NEVER : BasicType.MISSING;
    }
    if (value instanceof ListValue list) {
      return new ListType(common(list.elements()).orElse(BasicType.UNKNOWN));
    }
    if (value instanceof RecordValue fields) {
      Map<String, Type> types = new LinkedHashMap<>();
      fields.fields().forEach((name, field) -> types.put(name, of(field)));
      return new RecordType(types);
    }
    if (value instanceof TableValue table) {
      Map<String, Type> types = new LinkedHashMap<>();
      for (String column : table.columns()) {
        types.put(column, common(table.column(column)).orElse(BasicType.UNKNOWN));
      }
      return new TableType(types);
    }
    if (value instanceof IntervalValue interval) {
      return new IntervalType(
          common(List.of(interval.from(), interval.to())).orElse(BasicType.UNKNOWN));
    }
    return BasicType.UNKNOWN;
  }

  /** The one type that values have in common. */
  static Optional<Type> common(List<? extends Value> values) {
    List<Type> types = new ArrayList<>();
    values.forEach(value -> types.add(of(value)));
    Optional<Type> joined = Optional.of(BasicType.UNKNOWN);
    for (Type type : types) {
      joined = joined.flatMap(so -> Types.join(so, type));
    }
    return joined;
  }

  /** The type of a member of a record or an object. */
  static Type member(TypedValue of, String name, Value value) {
    Type known = BasicType.UNKNOWN;
    if (of.type() instanceof ObjectType object) {
      known = object.member(name).orElse(BasicType.UNKNOWN);
    } else if (of.type() instanceof RecordType fields) {
      known = fields.fields().getOrDefault(name, BasicType.UNKNOWN);
    }
    return orOf(known, value);
  }

  /** A type that is known, else what the value tells. */
  static Type orOf(Type known, Value value) {
    return known == BasicType.UNKNOWN ? of(value) : known;
  }
}
