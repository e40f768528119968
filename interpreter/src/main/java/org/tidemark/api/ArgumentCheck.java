package org.tidemark.api;

import java.util.List;
import java.util.Optional;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/**
 * Whether values that a host hands to a function fit its parameters. In a script the checker sees
 * to that; a host may hand over anything.
 */
final class ArgumentCheck {
  private ArgumentCheck() {}

  /**
   * Refuses arguments that do not fit.
   *
   * @throws TideException where one does not
   */
  static void require(FunctionValue function, List<? extends Value> arguments) {
    for (int i = 0; i < arguments.size() && i < function.arity(); i++) {
      String which = function.arity() == 1 ? "" : " for argument " + (i + 1);
      require(function.parameter(i), arguments.get(i), function, which);
    }
  }

  /** The same for the one argument of an object. */
  static void require(ObjectValue called, Value argument) {
    require(called.parameter(), argument, called, "");
  }

  private static void require(Type wanted, Value given, Value called, String which) {
    if (!fits(wanted, given)) {
      String words = type(given).map(Type::describe).orElseGet(given::describe);
      throw TideException.of(
          "E0308",
          called.describe() + " takes " + wanted.describe() + which + ", and this is " + words,
          "call it with " + wanted.describe());
    }
  }

  private static boolean fits(Type wanted, Value given) {
    if (wanted instanceof ListType list && given instanceof ListValue values) {
      return values.elements().stream().allMatch(element -> fits(list.element(), element));
    }
    boolean plain = wanted instanceof QuantityType || wanted instanceof BasicType;
    return type(given).map(type -> Types.fits(wanted, type)).orElse(!plain)
        || wanted == BasicType.UNKNOWN;
  }

  /** The type of a value that has no parts; empty for another. */
  private static Optional<Type> type(Value value) {
    if (value instanceof QuantityValue quantity) {
      boolean zero = quantity.quantity().fitsAnything();
      return Optional.of(zero ? QuantityType.ZERO : QuantityType.of(quantity.quantity().unit()));
    }
    if (value instanceof ObjectValue object) {
      return object.quantity().map(quantity -> QuantityType.of(quantity.unit()));
    }
    if (value instanceof SpecialValue) {
      return Optional.of(value == SpecialValue.NEVER ? BasicType.NEVER : BasicType.MISSING);
    }
    return value instanceof DateValue
        ? Optional.of(BasicType.DATE)
        : value instanceof TextValue
            ? Optional.of(BasicType.TEXT)
            : value instanceof BoolValue ? Optional.of(BasicType.BOOL) : Optional.empty();
  }
}
