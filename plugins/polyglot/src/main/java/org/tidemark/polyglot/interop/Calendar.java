package org.tidemark.polyglot.interop;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.tidemark.quantity.CalendarDate;

/**
 * Decimal years and the calendar. A year starts at a whole number, each of its months at a twelfth,
 * and the days of a month share its twelfth evenly, as {@link CalendarDate} has it.
 */
final class Calendar {
  private static final double MOST_YEARS = 999_999;
  private static final int MONTHS = 12;
  private static final int SECONDS_PER_DAY = 86_400;

  /** So near before a day's start it counts as that day, as it does where dates are shown. */
  private static final double NEARLY = 3;

  private Calendar() {}

  /** The day; absent so far away that there is no calendar. */
  static Optional<LocalDate> day(double year) {
    return point(year).map(Point::day);
  }

  /** The time of day, to the second. */
  static Optional<LocalTime> timeOfDay(double year) {
    return point(year).map(Point::time);
  }

  private record Point(LocalDate day, LocalTime time) {}

  private static Optional<Point> point(double year) {
    if (!(Math.abs(year) <= MOST_YEARS)) {
      return Optional.empty();
    }
    int whole = (int) Math.floor(year);
    double months = (year - whole) * MONTHS;
    int month = Math.min(MONTHS - 1, (int) Math.floor(months));
    int length = CalendarDate.lengthOfMonth(whole, month + 1);
    double days = (months - month) * length;
    LocalDate day = LocalDate.of(whole, month + 1, 1);
    long seconds = Math.round(days * SECONDS_PER_DAY);
    long end = (seconds / SECONDS_PER_DAY + 1) * SECONDS_PER_DAY;
    if (end - seconds <= NEARLY) {
      seconds = end;
    }
    day = day.plusDays(seconds / SECONDS_PER_DAY);
    return Optional.of(new Point(day, LocalTime.ofSecondOfDay(seconds % SECONDS_PER_DAY)));
  }

  /** The decimal year of a day and a time of it. */
  static double year(LocalDate day, LocalTime time) {
    double start = CalendarDate.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    double ofDay = time.toNanoOfDay() / 1e9 / SECONDS_PER_DAY;
    return start + ofDay / day.lengthOfMonth() / MONTHS;
  }
}
