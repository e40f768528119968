package org.tidemark.quantity;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Dates as decimal years. A year starts at a whole number and each of its months at a twelfth, so
 * both are exact; the days of a month share its twelfth evenly. Gregorian throughout.
 */
public final class CalendarDate {
  /** The seconds in a year of 365.25 days. */
  public static final double SECONDS_PER_YEAR = StandardUnits.SECONDS_PER_YEAR;

  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final int MONTHS = 12;

  /** In months (about three seconds): how far from the start of a day still counts as that day. */
  private static final double TOLERANCE = 1e-6;

  private static final double LARGEST_CALENDAR_YEAR = 999_999;

  /** Further than any calendar of Java reaches. */
  private static final double LARGEST_YEAR = 999_999_999;

  private CalendarDate() {}

  /** The date at a decimal year: 2024.5 is the start of July 2024. */
  public static double ofYear(double year) {
    return year;
  }

  /**
   * The start of a month.
   *
   * @throws IllegalArgumentException if {@code month} is not in 1..12
   */
  public static double of(int year, int month) {
    return of(year, month, 1);
  }

  /**
   * The start of a day.
   *
   * @throws IllegalArgumentException if there is no such month or day
   */
  public static double of(int year, int month, int day) {
    if (month < 1 || month > MONTHS) {
      throw new IllegalArgumentException(
          "a month is 1 to 12, not ".concat(Integer.toString(month)));
    }
    int length = lengthOfMonth(year, month);
    if (day < 1 || day > length) {
      throw new IllegalArgumentException(
          yearAndMonth(year, month)
              .append(" has days 1 to ")
              .append(length)
              .append(", not ")
              .append(day)
              .toString());
    }
    return year + (month - 1 + (day - 1) / (double) length) / MONTHS;
  }

  /**
   * Reads {@code 2024}, {@code 2024-06} or {@code 2024-06-30}.
   *
   * @return the start of that year, month or day; empty if the text is anything else, or there is
   *     no such day
   */
  public static OptionalDouble parse(String text) {
    int length = text.length();
    if (length != 4 && length != 7 && length != 10) {
      return OptionalDouble.empty();
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (i == 4 || i == 7 ? c != '-' : c < '0' || c > '9') {
        return OptionalDouble.empty();
      }
    }
    int year = Integer.parseInt(text.substring(0, 4));
    int month = length > 4 ? Integer.parseInt(text.substring(5, 7)) : 1;
    int day = length > 7 ? Integer.parseInt(text.substring(8)) : 1;
    boolean exists = month >= 1 && month <= MONTHS && day >= 1 && day <= lengthOfMonth(year, month);
    return exists ? OptionalDouble.of(of(year, month, day)) : OptionalDouble.empty();
  }

  /**
   * {@code 2024} at the start of a year, {@code 2024-06} at the start of a month, otherwise the
   * day, {@code 2024-06-30}; {@code never} for positive infinity.
   */
  public static String text(double decimalYear) {
    if (decimalYear == Double.POSITIVE_INFINITY) {
      return "never";
    }
    if (!(Math.abs(decimalYear) <= LARGEST_CALENDAR_YEAR)) {
      return NumberText.sensible(decimalYear);
    }
    Place place = place(decimalYear);
    int year = place.year;
    if (place.within <= TOLERANCE) {
      if (place.month == 1 && year < 0) {
        return Integer.toString(year);
      }
      // a year after Christ with four digits, so that it can be read again
      return (place.month == 1 ? digits(year) : yearAndMonth(year, place.month)).toString();
    }
    return twoDigits(yearAndMonth(year, place.month).append('-'), place.day()).toString();
  }

  /**
   * The day on which a decimal year falls.
   *
   * @return empty where it is never, or further away than calendars reach: 999 999 999 years
   */
  public static Optional<CalendarDay> day(double decimalYear) {
    if (!(Math.abs(decimalYear) < LARGEST_YEAR)) {
      return Optional.empty();
    }
    Place place = place(decimalYear);
    return Optional.of(new CalendarDay(place.year, place.month, place.day()));
  }

  /** A month, and the part of it that has passed. */
  private record Place(int year, int month, double within) {
    int day() {
      int length = lengthOfMonth(year, month);
      return Math.min(length, 1 + (int) Math.floor((within + TOLERANCE) * length));
    }
  }

  private static Place place(double decimalYear) {
    int year = (int) Math.floor(decimalYear);
    double months = (decimalYear - year) * MONTHS + TOLERANCE;
    int month = (int) Math.floor(months);
    return month == MONTHS
        ? new Place(year + 1, 1, 0)
        : new Place(year, month + 1, Math.max(0, months - month - TOLERANCE));
  }

  /** The days of a month, 1 to 12. */
  public static int lengthOfMonth(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : DAYS[month - 1];
  }

  private static StringBuilder yearAndMonth(int year, int month) {
    return twoDigits(digits(year).append('-'), month);
  }

  private static StringBuilder digits(int year) {
    StringBuilder text = new StringBuilder();
    String digits = Integer.toString(Math.abs(year));
    if (year < 0) {
      text.append('-');
    }
    for (int i = digits.length(); i < 4; i++) {
      text.append('0');
    }
    return text.append(digits);
  }

  private static StringBuilder twoDigits(StringBuilder text, int n) {
    return text.append(n < 10 ? "0" : "").append(n);
  }
}
