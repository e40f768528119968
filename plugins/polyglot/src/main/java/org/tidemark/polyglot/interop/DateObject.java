package org.tidemark.polyglot.interop;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.tidemark.api.TypedValue;
import org.tidemark.spi.value.DateValue;

/**
 * A date. To guests it is the instant, in UTC, at which its day is as far gone as it is in the
 * calendar of scripts, to the second; {@code year} has it exactly, as decimal years.
 */
final class DateObject extends ValueObject {
  private static final String YEAR = "year";

  private final DateValue date;

  DateObject(DateValue date) {
    this.date = date;
  }

  /** What two dates share that are the same. */
  private record Same(double year) implements ByValue {}

  @Override
  TypedValue typed() {
    return new TypedValue(date, Sorts.of(date));
  }

  @Override
  Live live() {
    return null;
  }

  @Override
  String kind() {
    return "date";
  }

  @Override
  Object identity() {
    return new Same(date.year());
  }

  @Override
  Optional<LocalDate> date() {
    return Calendar.day(date.year());
  }

  @Override
  Optional<LocalTime> time() {
    return Calendar.timeOfDay(date.year());
  }

  @Override
  Optional<List<String>> members() {
    return Optional.of(List.of(YEAR));
  }

  @Override
  Object member(String name) {
    return date.year();
  }
}
