package org.tidemark.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.source.Location;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.Sequence;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;

/** Picking members and elements, and calling what can be called. */
final class Members {
  private static final String A_CALL = "a call";

  private Members() {}

  static Value member(Value target, String name, Frame frame, Location location) {
    if (target instanceof Instance instance) {
      Value extra = instance.extras().get(name);
      return extra != null ? extra : instance.get(name);
    }
    if (target instanceof RecordValue record) {
      Value field = record.fields().get(name);
      if (field != null) {
        return field;
      }
    }
    if (target instanceof TableValue table && table.columns().contains(name)) {
      return new ListValue(table.column(name));
    }
    if (target instanceof ObjectValue object) {
      DeclaredObject declared = frame.evaluation.declaration(target);
      if (declared != null && declared.isField(name)) {
        return declared.field(name);
      }
      try {
        return PluginFailures.given(object.member(name), object, name, location);
      } catch (Problem problem) {
        throw frame.evaluation.fail(location, problem);
      } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError failed) {
        throw PluginFailures.blamed(failed, object, name, location);
      }
    }
    if (target instanceof DateValue date && name.equals("year")) {
      return QuantityValue.pure(date.year());
    }
    if (target instanceof IntervalValue interval) {
      return switch (name) {
        case "from" -> interval.from();
        case "low" -> interval.low();
        case "high" -> interval.high();
        default -> interval.to();
      };
    }
    throw frame.evaluation.fail(
        location, "E0204", target.describe() + " has no " + name, "check what it is");
  }

  static Value element(Value target, Value index, Frame frame, Location location) {
    int size =
        target instanceof ListValue list
            ? list.elements().size()
            : target instanceof TableValue table ? table.rows().size() : -1;
    if (size < 0) {
      throw frame.evaluation.fail(
          location, "E0312", target.describe() + " has no elements to pick with [ ]");
    }
    double place = number(index, "an index", frame, location);
    if (place != Math.rint(place)) {
      throw frame.evaluation.fail(
          location,
          "E0506",
          "an index is a whole number, and this is " + place,
          "the first element is [0], the last [-1]");
    }
    double from = place < 0 ? size + place : place;
    if (from < 0 || from >= size) {
      throw frame.evaluation.fail(
          location,
          "E0506",
          size == 0
              ? "there is no element " + (long) place + ": it is empty"
              : "there is no element " + (long) place + ": it has " + size,
          "the first element is [0], the last [-1]");
    }
    return target instanceof ListValue list
        ? list.elements().get((int) from)
        : ((TableValue) target).row((int) from);
  }

  /** Declarations and lists of them, taken together where both stand in one list. */
  static List<Value> together(List<Value> values) {
    boolean mixed =
        values.stream().anyMatch(v -> v instanceof ObjectValue || v instanceof Instance)
            && values.stream().anyMatch(ListValue.class::isInstance);
    if (!mixed) {
      return values;
    }
    List<Value> all = new ArrayList<>();
    for (Value value : values) {
      if (value instanceof ListValue list) {
        all.addAll(list.elements());
      } else {
        all.add(value);
      }
    }
    return all;
  }

  /** The magnitude of something that has to be a number. */
  static double number(Value value, String what, Frame frame, Location location) {
    return quantityOf(value, what, frame, location).magnitude();
  }

  /** The quantity of something that has to be one. */
  static Quantity quantityOf(Value value, String what, Frame frame, Location location) {
    return quantity(value)
        .orElseThrow(
            () ->
                value == SpecialValue.MISSING
                    ? frame.evaluation.fail(
                        location,
                        "E0507",
                        what + " is missing",
                        "fill the cell that it is taken from")
                    : frame.evaluation.fail(
                        location, "E0308", what + " is a number, and this is " + value.describe()));
  }

  /** What one goes through in a list, a sequence or a table. */
  static List<Value> elements(Value source, Frame frame, Location location) {
    if (source instanceof ListValue list) {
      return list.elements();
    }
    if (source instanceof TableValue table) {
      List<Value> rows = new ArrayList<>(table.rows().size());
      for (int i = 0; i < table.rows().size(); i++) {
        rows.add(table.row(i));
      }
      return rows;
    }
    if (source instanceof IntervalValue interval) {
      return sequence(interval, frame, location);
    }
    throw frame.evaluation.fail(
        location, "E0319", "one cannot go through " + source.describe(), "use a list");
  }

  private static List<Value> sequence(IntervalValue interval, Frame frame, Location location) {
    try {
      return Sequence.of(interval);
    } catch (Problem problem) {
      throw frame.evaluation.fail(location, problem);
    }
  }

  static Value call(Value called, List<Value> arguments, Frame frame, Location location) {
    return call(called, arguments, frame.evaluation, location);
  }

  static Value call(Value called, List<Value> arguments, Evaluation evaluation, Location location) {
    if (called instanceof ForeignCallable foreign) {
      return foreign.call(arguments, location);
    }
    if (called instanceof FunctionValue function) {
      try {
        return PluginFailures.given(function.call(arguments), function, A_CALL, location);
      } catch (Problem problem) {
        throw evaluation.fail(location, problem);
      } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError failed) {
        throw PluginFailures.blamed(failed, function, A_CALL, location);
      }
    }
    if (called instanceof ObjectValue object) {
      try {
        return PluginFailures.given(
            object.call(Arithmetic.plain(arguments.get(0))), object, A_CALL, location);
      } catch (Problem problem) {
        throw evaluation.fail(location, problem);
      } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError failed) {
        throw PluginFailures.blamed(failed, object, A_CALL, location);
      }
    }
    throw evaluation.fail(
        location, "E0310", called.describe() + " cannot be called", "only functions can");
  }

  /** The quantity that a value is or stands for. */
  static Optional<Quantity> quantity(Value value) {
    if (value instanceof QuantityValue quantity) {
      return Optional.of(quantity.quantity());
    }
    return value instanceof ObjectValue object ? object.quantity() : Optional.empty();
  }
}
