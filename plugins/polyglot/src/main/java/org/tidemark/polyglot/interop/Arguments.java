package org.tidemark.polyglot.interop;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.InvalidArrayIndexException;
import com.oracle.truffle.api.interop.StopIterationException;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnknownKeyException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.api.TypedValue;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.TimeOrDate;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/** From values of other guests, and of the embedder, to values of Tide. */
final class Arguments {
  private static final InteropLibrary INTEROP = InteropLibrary.getUncached();
  private static final int DEEPEST = 64;
  private static final int MOST_ELEMENTS = 1_000_000;
  private static final double NANOS = 1e9;

  private Arguments() {}

  /** A text that a value is asked with, such as a unit. */
  static String text(String asked, Object given) {
    try {
      if (INTEROP.isString(given)) {
        return INTEROP.asString(given);
      }
    } catch (UnsupportedMessageException gone) {
      throw unusable(given);
    }
    throw TideFailure.of("E0760", asked + " takes a text, not " + shown(given), asked + "(\"…\")");
  }

  /** A number that a value is asked with, such as a probability. */
  static double number(String asked, Object given) {
    try {
      if (INTEROP.isNumber(given) && INTEROP.fitsInDouble(given)) {
        return INTEROP.asDouble(given);
      }
      if (INTEROP.isNumber(given) && INTEROP.fitsInBigInteger(given)) {
        // rounded, as the same digits in a script are
        double nearest = INTEROP.asBigInteger(given).doubleValue();
        if (Double.isFinite(nearest)) {
          return nearest;
        }
      }
    } catch (UnsupportedMessageException gone) {
      throw unusable(given);
    }
    throw TideFailure.of("E0760", asked + " takes a number, not " + shown(given), asked + "(0.5)");
  }

  /**
   * An argument of a function.
   *
   * @param wanted its declared type; unknown where it has none
   */
  static TypedValue of(Live live, Object given, Type wanted) {
    try {
      return convert(live, given, wanted, 0);
    } catch (UnsupportedMessageException
        | InvalidArrayIndexException
        | UnknownIdentifierException
        | UnknownKeyException
        | StopIterationException changing) {
      throw unusable(given);
    }
  }

  private static TypedValue convert(Live live, Object given, Type wanted, int depth)
      throws UnsupportedMessageException,
          InvalidArrayIndexException,
          UnknownIdentifierException,
          UnknownKeyException,
          StopIterationException {
    if (depth > DEEPEST) {
      throw TideFailure.of(
          "E0760", "what is given lies too deep inside of itself", "give plain values");
    }
    if (given instanceof ValueObject own) {
      return own(live, own);
    }
    if (INTEROP.isNull(given)) {
      return plain(SpecialValue.MISSING);
    }
    if (INTEROP.isBoolean(given)) {
      return plain(BoolValue.of(INTEROP.asBoolean(given)));
    }
    if (INTEROP.isNumber(given)) {
      return plain(number(number("a quantity", given), wanted));
    }
    if (INTEROP.isString(given)) {
      String text = INTEROP.asString(given);
      return wanted instanceof QuantityType || wanted == BasicType.DATE || wanted == TimeOrDate.TYPE
          ? live.ask(text)
          : plain(new TextValue(text));
    }
    if (INTEROP.isDate(given)) {
      return plain(new DateValue(year(given)));
    }
    if (INTEROP.isDuration(given)) {
      return plain(time(INTEROP.asDuration(given)));
    }
    if (INTEROP.hasArrayElements(given)) {
      return list(live, given, wanted, depth);
    }
    Map<String, Object> fields = fields(given);
    return isQuantity(fields) ? plain(quantity(live, fields)) : record(live, fields, depth);
  }

  private static TypedValue own(Live live, ValueObject given) {
    if (given.live() != null && given.live() != live && Live.isBound(given.value())) {
      throw TideFailure.of(
          "E0761",
          given.text() + " belongs to another script",
          "give what it says: a quantity, a list, a text");
    }
    return given.typed();
  }

  private static TypedValue plain(Value value) {
    return new TypedValue(value, Sorts.of(value));
  }

  /** A bare number takes the unit of the annotation, as it does in {@code with}. */
  private static Value number(double number, Type wanted) {
    return wanted instanceof QuantityType quantity && quantity.isWritten()
        ? new QuantityValue(Quantity.of(number, quantity.unit()))
        : QuantityValue.pure(number);
  }

  private static double year(Object given) throws UnsupportedMessageException {
    LocalDate day = INTEROP.asDate(given);
    LocalTime time = INTEROP.isTime(given) ? INTEROP.asTime(given) : LocalTime.MIDNIGHT;
    if (INTEROP.isInstant(given)) {
      ZonedDateTime there = INTEROP.asInstant(given).atZone(ZoneOffset.UTC);
      day = there.toLocalDate();
      time = there.toLocalTime();
    }
    return Calendar.year(day, time);
  }

  private static Value time(Duration duration) {
    double seconds = duration.getSeconds() + duration.getNano() / NANOS;
    return new QuantityValue(new Quantity(seconds, UnitExpression.coherent(Types.TIME)));
  }

  private static TypedValue list(Live live, Object given, Type wanted, int depth)
      throws UnsupportedMessageException,
          InvalidArrayIndexException,
          UnknownIdentifierException,
          UnknownKeyException,
          StopIterationException {
    long size = INTEROP.getArraySize(given);
    if (size > MOST_ELEMENTS) {
      throw TideFailure.of(
          "E0760", "a list of " + size + " elements is too long", "give fewer at a time");
    }
    Type each = wanted instanceof ListType list ? list.element() : BasicType.UNKNOWN;
    List<Value> elements = new ArrayList<>();
    for (long i = 0; i < size; i++) {
      elements.add(convert(live, INTEROP.readArrayElement(given, i), each, depth + 1).value());
    }
    if (Sorts.common(elements).isEmpty()) {
      throw TideFailure.of(
          "E0760", "the elements of a list are of one dimension", "give lists of one sort each");
    }
    return plain(new ListValue(elements));
  }

  private static TypedValue record(Live live, Map<String, Object> fields, int depth)
      throws UnsupportedMessageException,
          InvalidArrayIndexException,
          UnknownIdentifierException,
          UnknownKeyException,
          StopIterationException {
    Map<String, Value> values = new LinkedHashMap<>();
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      values.put(
          field.getKey(), convert(live, field.getValue(), BasicType.UNKNOWN, depth + 1).value());
    }
    return plain(new RecordValue(values));
  }

  // ---- objects of other guests

  /** The fields of an object or the entries of a map. */
  static Map<String, Object> fields(Object given) {
    Map<String, Object> fields = new LinkedHashMap<>();
    try {
      if (INTEROP.hasHashEntries(given)) {
        Object entries = INTEROP.getHashEntriesIterator(given);
        while (INTEROP.hasIteratorNextElement(entries)) {
          Object entry = INTEROP.getIteratorNextElement(entries);
          Object key = INTEROP.readArrayElement(entry, 0);
          fields.put(text("the key of an entry", key), INTEROP.readArrayElement(entry, 1));
        }
        return fields;
      }
      if (INTEROP.hasMembers(given) && !INTEROP.isExecutable(given)) {
        Object names = INTEROP.getMembers(given);
        for (long i = 0; i < INTEROP.getArraySize(names); i++) {
          String name = INTEROP.asString(INTEROP.readArrayElement(names, i));
          if (INTEROP.isMemberReadable(given, name)) {
            fields.put(name, INTEROP.readMember(given, name));
          }
        }
        return fields;
      }
    } catch (UnsupportedMessageException
        | InvalidArrayIndexException
        | UnknownIdentifierException
        | StopIterationException changing) {
      throw unusable(given);
    }
    throw unusable(given);
  }

  /** Whether an object says a quantity as quantities do: {@code {value: 3, unit: "%/year"}}. */
  static boolean isQuantity(Map<String, Object> fields) {
    return fields.containsKey("value")
        && fields.containsKey("unit")
        && INTEROP.isNumber(fields.get("value"))
        && INTEROP.isString(fields.get("unit"));
  }

  /** The quantity that an object says. */
  static Value quantity(Live live, Map<String, Object> fields) {
    double value = number("value", fields.get("value"));
    String unit = text("unit", fields.get("unit"));
    return unit.isBlank()
        ? QuantityValue.pure(value)
        : new QuantityValue(Quantity.of(value, live.unit(unit)));
  }

  private static String shown(Object given) {
    try {
      return INTEROP.asString(INTEROP.toDisplayString(given, false));
    } catch (UnsupportedMessageException gone) {
      return "this";
    }
  }

  private static TideFailure unusable(Object given) {
    return TideFailure.of(
        "E0760",
        "Tide has no value for " + shown(given),
        "give a number, a text, a date, a list, an object with value and unit, or a value of Tide");
  }
}
