package org.tidemark.vocab.predictions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.model.Outcome;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.spi.FieldSpec;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.PredictionValue.Verdict;

class PredictionTest {
  private final Tide tide = Tide.builder().build();

  /** Any day's last moment counts, and the first moment of the next does not. */
  @Property(tries = 200)
  void theLastDayCountsWhole(
      @ForAll @IntRange(min = 1950, max = 2100) int year,
      @ForAll @IntRange(min = 1, max = 12) int month,
      @ForAll @IntRange(min = 2, max = 27) int day) {
    double last = CalendarDate.of(year, month, day);
    Window window = window(last, last);
    double next = CalendarDate.of(year, month, day + 1);

    assertEquals(Verdict.WITHIN, window.verdict(last));
    assertEquals(Verdict.WITHIN, window.verdict(last + 0.9 * (next - last)));
    assertEquals(Verdict.LATER, window.verdict(next + 1e-9));
    assertEquals(Verdict.EARLIER, window.verdict(last - 1e-9));
    assertEquals(next, window.closes(), 1e-9);
  }

  @Property(tries = 100)
  void monthsAndYearsCountWhole(
      @ForAll @IntRange(min = 1950, max = 2100) int year,
      @ForAll @IntRange(min = 2, max = 12) int month) {
    double first = CalendarDate.of(year, month);
    double next = month == 12 ? year + 1 : CalendarDate.of(year, month + 1);
    assertEquals(next, window(first, first).closes(), 1e-12);
    assertEquals(year + 1, window(first - 1, year).closes());
  }

  private static Window window(double from, double to) {
    return Window.of(new IntervalValue(new DateValue(from), new DateValue(to), Optional.empty()));
  }

  @Test
  void theKindShowsACompleteScript() {
    PredictionKind kind = new PredictionKind();
    Outcome outcome = tide.compile("example", kind.example().orElseThrow()).run();
    assertEquals(2, outcome.shown().size());
    assertEquals(Verdict.WITHIN, outcome.predictions().get(0).prediction().verdict());
    for (FieldSpec field : kind.fields()) {
      assertFalse(field.doc().isBlank(), field.name());
    }
  }

  @Test
  void testsListThem() {
    Program program =
        tide.compile(
            "p", "prediction p { window = date(2028)..date(2030); event = date(2030, 12, 31) }");
    assertEquals(Verdict.WITHIN, program.test().predictions().get(0).prediction().verdict());
    Program broken =
        tide.compile("p", "prediction p { window = date(2028)..date(2030); event = date(0 / 0) }");
    assertTrue(broken.test().predictions().isEmpty());
    assertEquals(1, broken.test().problems().size());
  }
}
