package org.tidemark.vocab.predictions;

import org.tidemark.quantity.CalendarDate;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.PredictionValue.Verdict;
import org.tidemark.spi.value.SpecialValue;

/**
 * When something is predicted to happen.
 *
 * @param opens decimal year at which it opens
 * @param closes decimal year before which it must have happened
 */
public record Window(double opens, double closes) {
  private static final int YEAR = "2030".length();
  private static final int MONTH = "2030-06".length();

  /** Decimal months; keeps what lies a rounding below the next day from being taken for it. */
  private static final double ROUNDING = 1e-9;

  /**
   * Reads a window. Its last period counts whole: a date that is the start of a year stands for
   * that year, the start of a month for that month, and any other for its day.
   *
   * @throws Problem where it closes before it opens
   */
  public static Window of(IntervalValue dates) {
    return of(dates, PredictionKind.WINDOW);
  }

  static Window of(IntervalValue dates, String field) {
    if (!(dates.from() instanceof DateValue from) || dates.step().isPresent()) {
      throw refused("a window goes from a date to a date, without steps", field);
    }
    double opens = from.year();
    double last =
        dates.to() instanceof DateValue to
            ? to.year()
            : dates.to() == SpecialValue.NEVER ? Double.POSITIVE_INFINITY : Double.NaN;
    if (Double.isNaN(last)) {
      throw refused("a window goes from a date to a date, without steps", field);
    }
    double closes = endOfPeriod(last);
    if (!(opens < closes)) {
      throw Problem.of(
              "E0446",
              "the window ends with "
                  + CalendarDate.text(last)
                  + ", before it begins with "
                  + CalendarDate.text(opens))
          .withHelp("write the earlier date first")
          .about(field);
    }
    return new Window(opens, closes);
  }

  private static Problem refused(String why, String field) {
    return Problem.of("E0446", why)
        .withHelp("write " + field + " = date(2028)..date(2030)")
        .about(field);
  }

  /** The end of the year, month or day that a date stands for. */
  private static double endOfPeriod(double date) {
    if (date == Double.POSITIVE_INFINITY) {
      return date;
    }
    String text = CalendarDate.text(date);
    if (text.length() == YEAR) {
      return Math.rint(date) + 1;
    }
    double year = Math.floor(date);
    double months = (date - year) * 12;
    if (text.length() == MONTH) {
      return year + (Math.rint(months) + 1) / 12;
    }
    double month = Math.floor(months + ROUNDING);
    int day = Integer.parseInt(text.substring(text.length() - 2));
    int days = CalendarDate.lengthOfMonth((int) year, (int) month + 1);
    return year + (month + day / (double) days) / 12;
  }

  /** Where a date lies, seen from here. */
  public Verdict verdict(double date) {
    if (date == Double.POSITIVE_INFINITY) {
      return Verdict.NEVER;
    }
    if (date < opens) {
      return Verdict.EARLIER;
    }
    return date < closes ? Verdict.WITHIN : Verdict.LATER;
  }
}
