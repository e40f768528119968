package org.tidemark.vocab.fits;

import java.util.List;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.Rational;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.charts.Side;
import org.tidemark.vocab.common.Magnitudes;

/**
 * Observations of one thing as numbers: magnitudes in base units, or decimal years.
 *
 * @param numbers one for each row
 * @param unit to show quantities in
 * @param dates whether they are dates
 * @param name what they are of, as the formula has it
 */
record Axis(double[] numbers, UnitExpression unit, boolean dates, String name) {
  private static final Rational INVERSE = Rational.of(-1);
  private static final UnitExpression PERCENT =
      UnitExpression.of(UnitTable.standard().find("%").orElseThrow());

  static Axis of(List<Value> values, String name) {
    Magnitudes magnitudes = Magnitudes.of(values, "fit");
    return new Axis(magnitudes.numbers(), magnitudes.unit(), magnitudes.dates(), name);
  }

  /** The type of a rate along an axis of a type. */
  static Type rate(Type axis) {
    if (axis == BasicType.DATE) {
      return Types.RATE;
    }
    return Types.quantity(axis)
        .<Type>map(quantity -> quantity.power(INVERSE))
        .orElse(BasicType.UNKNOWN);
  }

  /** The type of a distance along an axis of a type. */
  static Type distance(Type axis) {
    return axis == BasicType.DATE ? Types.DURATION : axis;
  }

  /** Whether numbers of a type can be put on an axis. */
  static boolean takes(Type type) {
    return type == BasicType.DATE
        || type == BasicType.UNKNOWN
        || type instanceof QuantityType
        || Types.quantity(type).isPresent();
  }

  /** By how much a rate per number has to be multiplied to be one in base units. */
  double rateFactor() {
    return dates ? 1 / CalendarDate.SECONDS_PER_YEAR : 1;
  }

  /** By how much a distance in numbers has to be multiplied to be one in base units. */
  double distanceFactor() {
    return dates ? CalendarDate.SECONDS_PER_YEAR : 1;
  }

  /** The unit in which to show rates along it. */
  UnitExpression rateUnit() {
    if (dates) {
      return UnitExpression.ofQuotient(PERCENT, Magnitudes.timeUnit());
    }
    return UnitExpression.ofPower(unit, INVERSE);
  }

  /** The unit in which to show distances along it. */
  UnitExpression distanceUnit() {
    return dates ? Magnitudes.timeUnit() : unit;
  }

  /** The type of a point on it. */
  Type type() {
    return dates ? BasicType.DATE : QuantityType.of(unit);
  }

  /** A point on it as a value. */
  Value value(double number) {
    return dates ? new DateValue(number) : new QuantityValue(new Quantity(number, unit));
  }

  /** A value as a point on it. */
  double number(Value value, String what) {
    if (value instanceof DateValue date) {
      return date.year();
    }
    if (value instanceof SpecialValue) {
      throw Problem.of("E0503", what + " has no value at " + value.describe())
          .withHelp("ask at a date or quantity");
    }
    return Magnitudes.quantity(value, what).magnitude();
  }

  /** As a side of a chart. */
  Side side() {
    return Side.of(name, unit, dates);
  }

  double last() {
    return numbers[numbers.length - 1];
  }
}
