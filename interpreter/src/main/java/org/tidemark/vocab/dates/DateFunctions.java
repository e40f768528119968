package org.tidemark.vocab.dates;

import java.util.OptionalDouble;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.NumberText;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Takes;

/** Dates from numbers and texts, and back. */
public final class DateFunctions extends BuiltIn {
  private static final double LARGEST_YEAR = 999_999;

  private DateFunctions(String name) {
    super(name);
  }

  /** Adds them. */
  public static void register(Registry registry) {
    DateFunctions date = new DateFunctions("date");
    registry.function(
        date.spec(
                "The start of a year, of a month or of a day. Dates are held as decimal years, so"
                    + " that whole years and months are exact; `date(2024.5)` is the start of July"
                    + " 2024.")
            .required("year", Takes.YEAR, "the year, or a text such as \"2024-06-30\"")
            .optional("month", Accept.NUMBER, "1", "1 to 12")
            .optional("day", Accept.NUMBER, "1", "1 to 31")
            .example("date(2024)")
            .example("date(2024, 6, 30)")
            .example("date(\"2024-06-30\")")
            .body(date));
    DateFunctions yearOf = new DateFunctions("year_of");
    registry.function(
        yearOf
            .spec("A date as decimal years, a pure number.")
            .required("date", Accept.DATE, "a date")
            .example("year_of(date(2024, 7))")
            .body(yearOf));
  }

  @Override
  public Type of(CallCheck call) {
    if (name.equals("year_of")) {
      return QuantityType.PURE;
    }
    if (call.type("year") == BasicType.TEXT && (call.has("month") || call.has("day"))) {
      call.problem("month", "E0311", "a date as a text holds its month already", "leave this out");
    }
    return BasicType.DATE;
  }

  @Override
  public Value of(CallValues call) {
    if (name.equals("year_of")) {
      return call.value("date") instanceof DateValue date
          ? QuantityValue.pure(date.year())
          : call.value("date");
    }
    Value year = call.value("year");
    if (year instanceof SpecialValue) {
      return year;
    }
    return new DateValue(year instanceof TextValue text ? parsed(text.text()) : counted(call));
  }

  private static double parsed(String text) {
    OptionalDouble date = CalendarDate.parse(text.strip());
    if (date.isEmpty()) {
      throw Problem.of("E0508", "\"" + text + "\" is no date")
          .withHelp("dates are written 2024, 2024-06 or 2024-06-30")
          .about("year");
    }
    return date.getAsDouble();
  }

  private static double counted(CallValues call) {
    double year = call.magnitude("year");
    if (!(Math.abs(year) <= LARGEST_YEAR)) {
      throw Problem.of("E0508", NumberText.sensible(year) + " is no year")
          .withHelp("years reach from -999999 to 999999")
          .about("year");
    }
    if (!call.has("month") && !call.has("day")) {
      return CalendarDate.ofYear(year);
    }
    int month = call.has("month") ? whole(call, "month") : 1;
    int day = call.has("day") ? whole(call, "day") : 1;
    try {
      return CalendarDate.of(whole(call, "year"), month, day);
    } catch (IllegalArgumentException noSuchDay) {
      throw Problem.of("E0508", noSuchDay.getMessage())
          .withHelp("give the month and the day as in a calendar: date(2024, 6, 30)");
    }
  }

  private static int whole(CallValues call, String parameter) {
    double number = call.magnitude(parameter);
    if (number != Math.rint(number) || Math.abs(number) > LARGEST_YEAR) {
      throw Problem.of(
              "E0508",
              "the "
                  + parameter
                  + " of a date is a whole number, not "
                  + NumberText.sensible(number))
          .withHelp("for parts of a year, give the year alone: date(2024.5)")
          .about(parameter);
    }
    return (int) number;
  }
}
