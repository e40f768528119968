package org.tidemark.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarDateTest {
  @Test
  void yearsAndMonthsAreExact() {
    assertEquals(2024, CalendarDate.ofYear(2024));
    assertEquals(2024, CalendarDate.of(2024, 1));
    assertEquals(2024.5, CalendarDate.of(2024, 7));
    assertEquals(2024.25, CalendarDate.of(2024, 4, 1));
    for (int month = 1; month <= 12; month++) {
      assertEquals(2024 + (month - 1) / 12.0, CalendarDate.of(2024, month));
    }
  }

  @Test
  void everyDayReadsBack() {
    double before = 0;
    LocalDate end = LocalDate.of(2061, 1, 1);
    for (LocalDate day = LocalDate.of(1990, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
      double date = CalendarDate.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
      assertTrue(date > before, day.toString());
      before = date;
      String iso = day.toString();
      String expected = iso.endsWith("-01-01") ? iso.substring(0, 4) : iso;
      expected = expected.equals(iso) && iso.endsWith("-01") ? iso.substring(0, 7) : expected;
      assertEquals(expected, CalendarDate.text(date));
      assertEquals(OptionalDouble.of(date), CalendarDate.parse(iso));
      assertEquals(OptionalDouble.of(date), CalendarDate.parse(expected));
      assertEquals(iso, fullText(date + 0.5 / 366));
      assertEquals(
          Optional.of(new CalendarDay(day.getYear(), day.getMonthValue(), day.getDayOfMonth())),
          CalendarDate.day(date + 0.5 / 366));
    }
  }

  private static String fullText(double date) {
    String text = CalendarDate.text(date);
    return text.length() == 4 ? text + "-01-01" : text.length() == 7 ? text + "-01" : text;
  }

  @Test
  void addingMonthsGivesMonths() {
    double date = CalendarDate.of(2020, 1);
    for (int i = 0; i < 1200; i++) {
      int month = i % 12 + 1;
      String expected = Integer.toString(2020 + i / 12);
      if (month > 1) {
        expected += (month < 10 ? "-0" : "-") + month;
      }
      assertEquals(expected, CalendarDate.text(date));
      date += 2629800 / CalendarDate.SECONDS_PER_YEAR;
    }
  }

  @Test
  void textJustBeforeAndAfterABoundary() {
    assertEquals("2024", CalendarDate.text(2024 - 1e-10));
    assertEquals("2024", CalendarDate.text(2024 + 1e-10));
    assertEquals("2023-12-31", CalendarDate.text(2024 - 1e-5));
    assertEquals("2024-01-01", CalendarDate.text(2024 + 1e-5));
    assertEquals("2024-07", CalendarDate.text(2024.5));
    assertEquals("2028-03-05", CalendarDate.text(2028.18));
  }

  @Test
  void textOfTheUnusual() {
    assertEquals("never", CalendarDate.text(Double.POSITIVE_INFINITY));
    assertEquals("not a number", CalendarDate.text(Double.NaN));
    assertEquals("-infinity", CalendarDate.text(Double.NEGATIVE_INFINITY));
    assertEquals("1e9", CalendarDate.text(1e9));
    assertEquals("-44", CalendarDate.text(-44));
    assertEquals("0999", CalendarDate.text(999));
    assertEquals("0033-04-03", CalendarDate.text(CalendarDate.of(33, 4, 3)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "24",
        "20245",
        "2024-",
        "2024-13",
        "2024-00",
        "2024-6",
        "2024-02-30",
        "2023-02-29",
        "2024-06-00",
        "2024/06/30",
        "2024-06-3x",
        " 2024",
        "-202"
      })
  void refusesOtherTexts(String text) {
    assertEquals(OptionalDouble.empty(), CalendarDate.parse(text));
  }

  @Test
  void refusesDaysThatDoNotExist() {
    assertThrows(IllegalArgumentException.class, () -> CalendarDate.of(2024, 13));
    String message =
        assertThrows(IllegalArgumentException.class, () -> CalendarDate.of(2023, 2, 29))
            .getMessage();
    assertEquals("2023-02 has days 1 to 28, not 29", message);
    assertEquals(2000, Math.floor(CalendarDate.of(2000, 2, 29)));
    assertThrows(IllegalArgumentException.class, () -> CalendarDate.of(1900, 2, 29));
  }
}
