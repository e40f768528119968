package org.tidemark.render.chart;

import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.NumberText;
import org.tidemark.spi.plot.Axis;

/** Numbers of an axis as people read them: with the unit, as a date, as a name. */
final class AxisText {
  private static final int DIGITS = 4;

  private AxisText() {}

  static String of(Axis axis, double number) {
    return switch (axis.scale()) {
      case DATES -> CalendarDate.text(number);
      case CATEGORIES -> category(axis, number);
      case LINEAR, LOG -> withUnit(axis, NumberText.significant(number, DIGITS));
    };
  }

  /** {@code 2 … 5 USD}. */
  static String interval(Axis axis, double from, double to) {
    return switch (axis.scale()) {
      case DATES -> CalendarDate.text(from) + " … " + CalendarDate.text(to);
      case CATEGORIES -> category(axis, from / 2 + to / 2);
      case LINEAR, LOG ->
          withUnit(
              axis,
              NumberText.significant(from, DIGITS) + " … " + NumberText.significant(to, DIGITS));
    };
  }

  private static String withUnit(Axis axis, String number) {
    return axis.unit().map(unit -> number + " " + unit.text()).orElse(number);
  }

  private static String category(Axis axis, double number) {
    int index = (int) Math.rint(number);
    return index >= 0 && index < axis.categories().size()
        ? axis.categories().get(index)
        : NumberText.significant(number, DIGITS);
  }
}
