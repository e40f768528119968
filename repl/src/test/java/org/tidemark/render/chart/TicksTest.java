package org.tidemark.render.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tidemark.spi.plot.Axis;

/** Ticks of all scales lie where they should, few enough and never twice the same. */
class TicksTest {
  private static Axis axis(Axis.Scale scale) {
    return new Axis("", Optional.empty(), scale, List.of());
  }

  private static List<String> labels(Axis.Scale scale, double low, double high, int most) {
    return Ticks.of(axis(scale), new Range(low, high), most, false).labelled().stream()
        .map(Tick::label)
        .toList();
  }

  @Test
  void numbersAreRound() {
    assertEquals(
        List.of("0", "0.2", "0.4", "0.6", "0.8", "1.0"), labels(Axis.Scale.LINEAR, 0, 1, 8));
    assertEquals(List.of("−20", "0", "20"), labels(Axis.Scale.LINEAR, -21, 39, 5));
    assertEquals(
        List.of("0", "50×10⁶", "100×10⁶", "150×10⁶"), labels(Axis.Scale.LINEAR, 0, 1.6e8, 5));
    assertEquals(List.of("1", "10", "100"), labels(Axis.Scale.LOG, 0.9, 120, 4));
    assertEquals(List.of("2", "5", "10", "20"), labels(Axis.Scale.LOG, 1.5, 25, 5));
  }

  @Test
  void datesStartYearsQuartersMonthsOrDays() {
    assertEquals(List.of("2025", "2030", "2035"), labels(Axis.Scale.DATES, 2024, 2036, 4));
    assertEquals(
        List.of("2025-07", "2026", "2026-07"), labels(Axis.Scale.DATES, 2025.4, 2026.7, 3));
    assertEquals(
        List.of("2025-02", "2025-03", "2025-04"), labels(Axis.Scale.DATES, 2025.07, 2025.26, 4));
    assertEquals(
        List.of("2025", "2025-01-06", "2025-01-11"), labels(Axis.Scale.DATES, 2025, 2025.03, 4));
  }

  @Property(tries = 400)
  void ticksOfNumbersRiseWithinTheirRange(
      @ForAll @DoubleRange(min = -1e12, max = 1e12) double low,
      @ForAll @DoubleRange(min = -9, max = 12) double size,
      @ForAll @IntRange(min = 2, max = 12) int most) {
    double span = Math.max(StrictMath.pow(10, size), Math.abs(low) * 1e-8);
    verify(Axis.Scale.LINEAR, new Range(low, low + span), most);
  }

  @Property(tries = 400)
  void ticksOfLogarithmsRiseWithinTheirRange(
      @ForAll @DoubleRange(min = -200, max = 200) double low,
      @ForAll @DoubleRange(min = 0.01, max = 90) double decades,
      @ForAll @IntRange(min = 2, max = 12) int most) {
    verify(
        Axis.Scale.LOG,
        new Range(StrictMath.pow(10, low), StrictMath.pow(10, low + decades)),
        most);
  }

  @Property(tries = 400)
  void ticksOfDatesRiseWithinTheirRange(
      @ForAll @DoubleRange(min = 0, max = 3000) double low,
      @ForAll @DoubleRange(min = -2.6, max = 4) double size,
      @ForAll @IntRange(min = 2, max = 12) int most) {
    verify(Axis.Scale.DATES, new Range(low, low + StrictMath.pow(10, size)), most);
  }

  private static void verify(Axis.Scale scale, Range range, int most) {
    List<Tick> ticks = Ticks.of(axis(scale), range, most, false).labelled();
    String said = range + " gives " + ticks;
    boolean withinDay = scale == Axis.Scale.DATES && range.high() - range.low() < 1 / 365.0;
    int least = withinDay ? 1 : 2;
    assertTrue(ticks.size() >= least && ticks.size() <= most, said);
    double last = Double.NEGATIVE_INFINITY;
    for (Tick tick : ticks) {
      assertTrue(tick.at() > last && range.holds(tick.at()), said);
      last = tick.at();
    }
    assertEquals(
        ticks.size(), new HashSet<>(ticks.stream().map(Tick::label).toList()).size(), said);
  }
}
