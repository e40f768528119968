package org.tidemark.api;

import java.time.LocalDate;
import java.util.Optional;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.CalendarDay;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;

/** Values of a script as plain Java types. */
final class PlainValues {
  private PlainValues() {}

  /**
   * A number in a unit; a date as its decimal year, infinity for never, not a number for a missing
   * cell.
   *
   * @throws TideException where it is none of these, or measures something else
   */
  static double number(Value value, String unit, Units units) {
    if (value instanceof QuantityValue quantity) {
      return units.in(quantity.quantity(), unit);
    }
    if (value instanceof DateValue date && unit.equals("year")) {
      return date.year();
    }
    if (value == SpecialValue.NEVER) {
      return Double.POSITIVE_INFINITY;
    }
    if (value == SpecialValue.MISSING) {
      return Double.NaN;
    }
    if (value instanceof ObjectValue object && object.quantity().isPresent()) {
      return units.in(object.quantity().get(), unit);
    }
    throw TideException.of(
        "E0910",
        value.describe() + " is no number in " + unit,
        "ask for it as what it is; dates are numbers in \"year\"");
  }

  /**
   * A date; empty for never and for a missing cell.
   *
   * @throws TideException where it is none
   */
  static Optional<LocalDate> date(Value value) {
    if (value instanceof SpecialValue) {
      return Optional.empty();
    }
    if (!(value instanceof DateValue date)) {
      throw TideException.of("E0910", value.describe() + " is no date", "ask for it as what it is");
    }
    CalendarDay day =
        CalendarDate.day(date.year())
            .orElseThrow(
                () ->
                    TideException.of(
                        "E0911",
                        "the year " + date.year() + " is beyond the calendar",
                        "ask for its number"));
    return Optional.of(LocalDate.of(day.year(), day.month(), day.day()));
  }
}
