package org.tidemark.vocab.common;

import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;

/**
 * The numbers behind a list of quantities or dates, and the way back. {@code never} is positive
 * infinity.
 *
 * @param numbers magnitudes in base units, or decimal years
 * @param unit to show quantities in
 * @param dates whether the numbers are dates
 * @param mayBeNever whether an infinite one stands for {@code never}
 */
public record Magnitudes(double[] numbers, UnitExpression unit, boolean dates, boolean mayBeNever) {

  /**
   * The numbers of a list.
   *
   * @param function whose argument it is, for messages
   * @throws Problem where a value is missing
   */
  public static Magnitudes of(List<Value> values, String function) {
    double[] numbers = new double[values.size()];
    UnitExpression unit = UnitExpression.NONE;
    boolean unitKnown = false;
    boolean dates = false;
    for (int i = 0; i < numbers.length; i++) {
      Value value = values.get(i);
      if (value instanceof DateValue date) {
        numbers[i] = date.year();
        dates = true;
      } else if (value == SpecialValue.NEVER) {
        numbers[i] = Double.POSITIVE_INFINITY;
      } else {
        Quantity quantity = quantity(value, function);
        numbers[i] = quantity.magnitude();
        if (!unitKnown && !quantity.fitsAnything()) {
          unit = quantity.unit();
          unitKnown = true;
        }
      }
    }
    boolean time = unit.dimension().equals(timeUnit().dimension());
    return new Magnitudes(numbers, unit, dates, dates || !unitKnown || time);
  }

  /** The type of each. */
  public Type type() {
    return dates ? BasicType.DATE : QuantityType.of(unit);
  }

  /** Whether some of them is {@code never}. */
  public boolean hasNever() {
    for (double number : numbers) {
      if (mayBeNever && number == Double.POSITIVE_INFINITY) {
        return true;
      }
    }
    return false;
  }

  /** A value of the sort that went in. */
  public Value value(double number) {
    if (mayBeNever && number == Double.POSITIVE_INFINITY) {
      return SpecialValue.NEVER;
    }
    return dates ? new DateValue(number) : new QuantityValue(new Quantity(number, unit));
  }

  /** A difference of two: a time where they are dates. */
  public Value difference(double number) {
    return dates
        ? new QuantityValue(new Quantity(number * CalendarDate.SECONDS_PER_YEAR, timeUnit()))
        : new QuantityValue(new Quantity(number, unit));
  }

  /** The quantity that a value is or stands for. */
  public static Quantity quantity(Value value, String function) {
    if (value instanceof QuantityValue quantity) {
      return quantity.quantity();
    }
    if (value instanceof ObjectValue object) {
      Optional<Quantity> quantity = object.quantity();
      if (quantity.isPresent()) {
        return quantity.get();
      }
    }
    if (value == SpecialValue.NEVER) {
      return new Quantity(Double.POSITIVE_INFINITY, timeUnit());
    }
    if (value == SpecialValue.MISSING) {
      throw missing(function);
    }
    throw Problem.of("E0503", function + " takes quantities, and got " + value.describe())
        .withHelp("give it numbers or quantities of one dimension");
  }

  /** What is said where a function meets an empty cell. */
  public static Problem missing(String function) {
    return Problem.of("E0507", function + " met a missing value")
        .withHelp("filter them out: xs |> filter(x => x != missing)");
  }

  /** The unit of the first that is not the literal 0. */
  public static UnitExpression commonUnit(List<Quantity> quantities) {
    for (Quantity quantity : quantities) {
      if (!quantity.fitsAnything()) {
        return quantity.unit();
      }
    }
    return UnitExpression.NONE;
  }

  /** A time in years. */
  public static double years(Quantity time) {
    return time.fitsAnything() ? 0 : time.in(timeUnit());
  }

  /** The year, as a unit. */
  public static UnitExpression timeUnit() {
    return UnitExpression.of(UnitTable.standard().find("year").orElseThrow());
  }
}
