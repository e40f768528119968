package org.tidemark.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.tidemark.quantity.CalendarDate;

/** Now, or what the environment says, so that the same run can give the same bytes. */
final class RunDate {
  private RunDate() {}

  static Instant now() {
    String seconds = System.getenv("SOURCE_DATE_EPOCH");
    try {
      return seconds == null
          ? Instant.now()
          : Instant.ofEpochSecond(Long.parseLong(seconds.strip()));
    } catch (NumberFormatException | DateTimeException noNumber) {
      return Instant.now();
    }
  }

  /** Today, as a decimal year. */
  static double today() {
    LocalDate today = now().atZone(ZoneOffset.UTC).toLocalDate();
    return CalendarDate.of(today.getYear(), today.getMonthValue(), today.getDayOfMonth());
  }
}
