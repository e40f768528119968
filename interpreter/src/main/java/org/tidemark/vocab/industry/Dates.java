package org.tidemark.vocab.industry;

import org.tidemark.quantity.CalendarDate;
import org.tidemark.spi.value.DateValue;

/** Dates and the times between them. */
final class Dates {
  private Dates() {}

  /** A time after a date. */
  static DateValue after(DateValue start, double seconds) {
    return new DateValue(start.year() + seconds / CalendarDate.SECONDS_PER_YEAR);
  }

  /** The seconds from one date to another. */
  static double between(DateValue start, DateValue end) {
    return (end.year() - start.year()) * CalendarDate.SECONDS_PER_YEAR;
  }

  /** As results show it. */
  static String text(DateValue date) {
    return CalendarDate.text(date.year());
  }
}
