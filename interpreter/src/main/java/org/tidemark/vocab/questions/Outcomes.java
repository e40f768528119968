package org.tidemark.vocab.questions;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.Magnitudes;

/**
 * The answers of many variations as numbers, and the way back to values.
 *
 * @param numbers magnitudes in base units, decimal years, or 1 and 0 for true and false; positive
 *     infinity for never, not a number where there is no answer
 * @param unit to show quantities in
 * @param dates whether the numbers are dates
 */
record Outcomes(double[] numbers, UnitExpression unit, boolean dates) {

  /** Whether answers of a type can be counted and averaged. */
  static boolean takes(Type type) {
    return type == BasicType.UNKNOWN
        || type == BasicType.NEVER
        || type == BasicType.DATE
        || type == BasicType.BOOL
        || Types.quantity(type).isPresent();
  }

  /** The type of a mean or a quantile of such answers. */
  static Type valueType(Type type) {
    if (type == BasicType.BOOL) {
      return QuantityType.PURE;
    }
    return Types.quantity(type).<Type>map(q -> q).orElse(type);
  }

  /** The type of a difference of two such answers. */
  static Type differenceType(Type type) {
    return type == BasicType.DATE ? Types.DURATION : valueType(type);
  }

  /**
   * The numbers of answers.
   *
   * @param answers absent where a variation has none
   */
  static Outcomes of(List<Optional<Value>> answers) {
    double[] numbers = new double[answers.size()];
    UnitExpression unit = null;
    boolean dates = false;
    for (int i = 0; i < numbers.length; i++) {
      Value answer = answers.get(i).map(Outcomes::plain).orElse(SpecialValue.MISSING);
      if (answer instanceof QuantityValue quantity) {
        numbers[i] = quantity.quantity().magnitude();
        if (unit == null && quantity.quantity().magnitude() != 0) {
          unit = quantity.quantity().unit();
        }
      } else if (answer instanceof DateValue date) {
        numbers[i] = date.year();
        dates = true;
      } else if (answer instanceof BoolValue) {
        numbers[i] = answer == BoolValue.TRUE ? 1 : 0;
      } else if (answer == SpecialValue.NEVER) {
        numbers[i] = Double.POSITIVE_INFINITY;
      } else if (answer == SpecialValue.MISSING) {
        numbers[i] = Double.NaN;
      } else {
        throw Problem.of(
                "E0503", "a question is answered by a quantity or a date, not " + answer.describe())
            .withHelp("ask for a member of it, for example nash.time");
      }
    }
    return new Outcomes(numbers, unit == null ? UnitExpression.NONE : unit, dates);
  }

  /** The numbers of one answer. */
  static Outcomes of(Optional<Value> answer) {
    return of(List.of(answer));
  }

  /** Whether nothing is known of what they measure, as of zeros and of what never comes. */
  boolean isUnitless() {
    return !dates && unit.isNone() && Arrays.stream(numbers).allMatch(Outcomes::isBlank);
  }

  private static boolean isBlank(double number) {
    return number == 0 || !Double.isFinite(number);
  }

  /** An object that stands for a quantity as that quantity. */
  static Value plain(Value value) {
    return value instanceof ObjectValue object && object.quantity().isPresent()
        ? new QuantityValue(object.quantity().get())
        : value;
  }

  /** A number as a value of the sort that went in. */
  Value value(double number) {
    if (Double.isNaN(number)) {
      return SpecialValue.MISSING;
    }
    if (number == Double.POSITIVE_INFINITY) {
      return SpecialValue.NEVER;
    }
    return dates ? new DateValue(number) : new QuantityValue(new Quantity(number, unit));
  }

  /** A difference of two numbers as a value. */
  Value difference(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return SpecialValue.MISSING;
    }
    return dates
        ? new QuantityValue(
            new Quantity(number * CalendarDate.SECONDS_PER_YEAR, Magnitudes.timeUnit()))
        : new QuantityValue(new Quantity(number, unit));
  }
}
