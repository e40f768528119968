package org.tidemark.spi.value;

import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** Values as plain numbers in base units, and the way back. */
public final class Numbers {
  private Numbers() {}

  /** What makes values of a type out of numbers. */
  public interface Maker {
    /** The value for a number. */
    Value of(double number);
  }

  /**
   * The way from a number to a value of a type.
   *
   * @throws IllegalArgumentException where values of the type are no numbers
   */
  public static Maker maker(Type type) {
    if (type == BasicType.DATE) {
      return DateValue::new;
    }
    if (type == BasicType.BOOL) {
      return number -> BoolValue.of(number != 0);
    }
    UnitExpression unit =
        Types.quantity(type)
            .orElseThrow(() -> new IllegalArgumentException(type.describe() + " is no number"))
            .unit();
    return number -> new QuantityValue(new Quantity(number, unit));
  }

  /**
   * The number for a value: a magnitude in base units, a decimal year, 1 or 0, infinity for {@code
   * never}.
   *
   * @throws Problem where it is none
   */
  public static double of(Value value) {
    if (value instanceof QuantityValue quantity) {
      return quantity.quantity().magnitude();
    }
    if (value instanceof DateValue date) {
      return date.year();
    }
    if (value instanceof BoolValue bool) {
      return bool.holds() ? 1 : 0;
    }
    if (value == SpecialValue.NEVER) {
      return Double.POSITIVE_INFINITY;
    }
    if (value instanceof ObjectValue object && object.quantity().isPresent()) {
      return object.quantity().get().magnitude();
    }
    if (value == SpecialValue.MISSING) {
      throw Problem.of("E0507", "a number is wanted, and the function gives a missing one")
          .withHelp("fill the cell that it is taken from");
    }
    throw Problem.of("E0501", "a number is wanted, and the function gives " + value.describe())
        .withHelp("let the function give a quantity");
  }
}
