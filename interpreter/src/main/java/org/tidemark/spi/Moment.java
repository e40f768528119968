package org.tidemark.spi;

import java.util.Optional;
import java.util.OptionalDouble;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.RunningValue;

/**
 * Where something that runs stands: along a curve, or in time. A {@link RunningValue} is asked for
 * its value at a moment. Immutable, so that what was worked out at one may be kept with it.
 */
public interface Moment {
  /** The unit in which times are shown. */
  UnitExpression YEAR = UnitExpression.of(UnitTable.standard().find("year").orElseThrow());

  /** The years since the start; absent where it runs along something other than time. */
  OptionalDouble years();

  /** The time since the start; absent where it runs along something other than time. */
  default Optional<Quantity> time() {
    return years().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Quantity(
                years().getAsDouble() * CalendarDate.SECONDS_PER_YEAR,
                YEAR,
                pace() * CalendarDate.SECONDS_PER_YEAR));
  }

  /** The derivative of the years with respect to the input that is followed. */
  default double pace() {
    return 0;
  }

  /** The date of the start; absent where it has none. */
  Optional<DateValue> start();

  /** The date; absent where the start has none. */
  default Optional<DateValue> date() {
    return start().map(start -> new DateValue(start.year() + years().orElseThrow()));
  }

  /** How far along something is, such as the cumulative output of a curve, where that is known. */
  Optional<Quantity> progress(RunningValue of);

  /** The same progress along everything, out of time. */
  static Moment along(Quantity progress) {
    return new Moment() {
      @Override
      public OptionalDouble years() {
        return OptionalDouble.empty();
      }

      @Override
      public Optional<DateValue> start() {
        return Optional.empty();
      }

      @Override
      public Optional<Quantity> progress(RunningValue of) {
        return Optional.of(progress);
      }
    };
  }
}
