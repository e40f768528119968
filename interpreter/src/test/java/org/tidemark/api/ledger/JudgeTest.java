package org.tidemark.api.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.tidemark.api.ledger.Judge.State;
import org.tidemark.api.ledger.Judge.Tests;
import org.tidemark.model.ObservedInput;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.vocab.predictions.Window;

/** Each status, and each end of a window. */
class JudgeTest {
  private static final Window YEARS = new Window(2026, 2028);
  private static final Optional<Boolean> YES = Optional.of(true);
  private static final Optional<Boolean> NO = Optional.of(false);
  private static final Optional<Boolean> UNKNOWN = Optional.empty();
  private static final double BEFORE_THE_END = CalendarDate.of(2027, 12, 31);
  private static final ObservedInput INPUT =
      new ObservedInput("", "x", QuantityType.PURE, "a measure");

  private static Judge confirmedBy() {
    return new Judge(YEARS, YEARS, 2026, new Tests(true, false, false));
  }

  private static Judge both() {
    return new Judge(YEARS, YEARS, 2026, new Tests(true, true, false));
  }

  private static Judge throughout() {
    return new Judge(YEARS, YEARS, 2026, new Tests(false, false, true));
  }

  private static Observation observation(double date) {
    return new Observation(INPUT, date, QuantityValue.pure(1), "a test", "a table", 2);
  }

  private static State observed(
      double date, Optional<Boolean> confirmed, Optional<Boolean> refuted) {
    return new State(date, true, confirmed, refuted, UNKNOWN, List.of(observation(date)));
  }

  private static State kept(double date, Optional<Boolean> holds) {
    return new State(date, true, UNKNOWN, UNKNOWN, holds, List.of(observation(date)));
  }

  private static State carried(double seen, Optional<Boolean> confirmed) {
    return new State(2026, false, confirmed, UNKNOWN, UNKNOWN, List.of(observation(seen)));
  }

  private static Standing on(double date, Judge judge, State... states) {
    return judge.standing(date, List.of(states), List.of("y"));
  }

  private static void assertStatus(Status expected, Standing standing) {
    assertEquals(expected, standing.status(), standing.toString());
  }

  @Test
  void isOpenUntilTheWindowIsOverAndOverdueFromThenOn() {
    assertStatus(Status.OPEN, on(2020, confirmedBy()));
    assertStatus(Status.OPEN, on(2026, confirmedBy()));
    assertStatus(Status.OPEN, on(BEFORE_THE_END, confirmedBy()));
    assertStatus(Status.OVERDUE, on(2028, confirmedBy()));
    assertStatus(Status.OVERDUE, on(2028, throughout()));
  }

  @Test
  void whatWasSeenMoreThanAYearBeforeItsWindowSaysNothing() {
    assertStatus(Status.CONFIRMED, on(2026, confirmedBy(), carried(2025, YES)));
    assertStatus(Status.OPEN, on(2026, confirmedBy(), carried(2024.99, YES)));
    assertStatus(Status.OVERDUE, on(2028, confirmedBy(), carried(2024.99, YES)));
  }

  @Test
  void isConfirmedOnTheFirstAndTheLastDayOfItsWindow() {
    Standing first = on(2026, confirmedBy(), observed(2026, YES, UNKNOWN));
    assertStatus(Status.CONFIRMED, first);
    assertEquals(2026, first.since().getAsDouble());
    Standing last = on(2030, confirmedBy(), observed(BEFORE_THE_END, YES, UNKNOWN));
    assertStatus(Status.CONFIRMED, last);
    assertEquals(BEFORE_THE_END, last.since().getAsDouble());
  }

  @Property(tries = 200)
  void whatComesAfterTheWindowConfirmsNothing(
      @ForAll @DoubleRange(min = 2028, max = 2100) double late) {
    assertStatus(Status.OVERDUE, on(late, confirmedBy(), observed(late, YES, UNKNOWN)));
    assertStatus(
        Status.REFUTED,
        on(late, confirmedBy(), observed(2027, NO, UNKNOWN), observed(late, YES, UNKNOWN)));
  }

  @Property(tries = 200)
  void theFirstStateThatDecidesDecidesForGood(
      @ForAll @DoubleRange(min = 2026, max = 2026.9) double first,
      @ForAll @DoubleRange(min = 2027, max = 2027.9) double second) {
    Standing confirmed = on(2030, both(), observed(first, YES, NO), observed(second, NO, YES));
    assertStatus(Status.CONFIRMED, confirmed);
    assertEquals(first, confirmed.since().getAsDouble());
    assertStatus(
        Status.REFUTED, on(2030, both(), observed(first, NO, YES), observed(second, YES, NO)));
  }

  @Test
  void whatWasObservedNotToHoldIsRefutedWhenTheWindowIsOver() {
    State low = observed(2026.5, NO, UNKNOWN);
    assertStatus(Status.OPEN, on(BEFORE_THE_END, confirmedBy(), low));
    Standing over = on(2028, confirmedBy(), low);
    assertStatus(Status.REFUTED, over);
    assertEquals(2028, over.since().getAsDouble());
    assertEquals(2026.5, over.by().get(0).date());
  }

  @Test
  void betweenTwoThresholdsNothingIsDetermined() {
    Standing between = on(2028, both(), observed(2027, NO, NO));
    assertStatus(Status.UNDETERMINED, between);
    assertEquals("between what confirms it and what refutes it", between.remark());
  }

  @Test
  void whatTheTestNeedsAndNobodyObservedIsNamed() {
    Standing lacking = on(2028, confirmedBy(), observed(2027, UNKNOWN, UNKNOWN));
    assertStatus(Status.UNDETERMINED, lacking);
    assertEquals("not observed: y", lacking.remark());
    assertStatus(Status.UNDETERMINED, on(2028, throughout(), kept(2027, UNKNOWN)));
  }

  @Test
  void whatHeldBeforeTheWindowIsEarlierWhereTheWindowIsPartOfWhatIsSaid() {
    Judge aboutWhen = new Judge(YEARS, YEARS, 2024, new Tests(true, false, false));
    Standing earlier = on(2026.1, aboutWhen, carried(2025, YES));
    assertStatus(Status.REFUTED, earlier);
    assertEquals("earlier than its window", earlier.remark());
    assertStatus(Status.CONFIRMED, on(2026.1, confirmedBy(), carried(2025, YES)));
    assertStatus(Status.OPEN, on(2026.1, aboutWhen, carried(2025, NO)));
  }

  @Test
  void whatWasObservedOnlyBeforeTheWindowIsNotObservedInIt() {
    Standing stale = on(2028, confirmedBy(), carried(2025, NO));
    assertStatus(Status.OVERDUE, stale);
    assertEquals("observed only before its window", stale.remark());
  }

  @Test
  void whatWasKnownWhenItWasMadeRefutesNothing() {
    State known = new State(2026, false, NO, YES, UNKNOWN, List.of(observation(2025)));
    assertStatus(Status.OVERDUE, on(2028, both(), known));
    Judge made = new Judge(YEARS, YEARS, 2024, new Tests(true, true, false));
    assertStatus(Status.REFUTED, on(2026, made, known));
  }

  @Test
  void throughoutIsViolatedOnceAndConfirmedAtTheEnd() {
    assertStatus(Status.OPEN, on(2027, throughout(), kept(2026.5, YES)));
    assertStatus(Status.CONFIRMED, on(2028, throughout(), kept(2026.5, YES)));
    Standing violated = on(2027, throughout(), kept(2026.2, YES), kept(2026.5, NO));
    assertStatus(Status.REFUTED, violated);
    assertEquals(2026.5, violated.since().getAsDouble());
    assertStatus(Status.OVERDUE, on(2029, throughout(), kept(2028, NO)));
  }

  @Test
  void refutationHasATimeOfItsOwn() {
    Window year = new Window(2029, 2030);
    Judge judge = new Judge(YEARS, year, 2026, new Tests(true, true, false));
    State early = observed(2027, NO, YES);
    assertStatus(Status.OPEN, on(2028, judge, early));
    assertTrue(on(2028, judge, early).remark().contains("until 2030"));
    assertStatus(Status.REFUTED, on(2029, judge, early, observed(2029, NO, YES)));
    // too late to confirm, not low enough to refute
    assertStatus(Status.UNDETERMINED, on(2030, judge, observed(2029, YES, NO)));
  }

  @Test
  void whatHoldsBothWaysIsNotDetermined() {
    assertStatus(Status.UNDETERMINED, on(2027, both(), observed(2026.5, YES, YES)));
  }

  @Test
  void aPredictionWithoutATestSaysSo() {
    Judge judge = new Judge(YEARS, YEARS, 2026, new Tests(false, false, false));
    assertEquals("it has no test", on(2027, judge).remark());
    assertStatus(Status.OVERDUE, on(2028, judge));
  }

  @Test
  void aWindowWithoutEndStaysOpen() {
    Window open = new Window(2026, Double.POSITIVE_INFINITY);
    Judge judge = new Judge(open, open, 2026, new Tests(true, false, false));
    assertStatus(Status.OPEN, on(2500, judge, observed(2030, NO, UNKNOWN)));
  }

  /** Three credences and what came of them, worked out by hand: (0.2025 + 0.0625 + 0.2025) / 3. */
  @Test
  void brierIsTheMeanSquareOfWhatIsLeft() {
    Brier brier = Brier.NONE.with(0.55, true).with(0.75, true).with(0.45, false);
    assertEquals(0.4675 / 3, brier.score().getAsDouble(), 1e-15);
    assertEquals(3, brier.count());
    assertTrue(Brier.NONE.score().isEmpty());
  }

  @Property(tries = 200)
  void brierLiesBetweenNothingAndOne(@ForAll @DoubleRange(min = 0, max = 1) double probability) {
    assertEquals(
        1 - 2 * probability,
        Brier.NONE.with(probability, true).score().getAsDouble()
            - Brier.NONE.with(probability, false).score().getAsDouble(),
        1e-12);
  }
}
