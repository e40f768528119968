package org.tidemark.quantity;

/**
 * A day of the Gregorian calendar.
 *
 * @param year may be 0 or negative: 0 is the year before 1
 * @param month from 1 to 12
 * @param day from 1 on
 */
public record CalendarDay(int year, int month, int day) {}
