package org.tidemark.render.chart;

import java.util.ArrayList;
import java.util.List;

/** Decades, with 2 and 5 between them, or 2 to 9, where there is room. */
final class LogTicks {
  private static final int[][] WITHIN_DECADE = {
    {1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 5}, {1, 3}, {1}
  };
  private static final int[] STRIDES = {1, 2, 3, 5, 10, 20, 50, 100, 200, 500};

  /** Over more decades than this, strokes between them would run together. */
  private static final int MOST_DECADES_WITH_STROKES = 8;

  private LogTicks() {}

  static Ticks of(Range range, int most, boolean ascii) {
    List<Double> small = small(range);
    if (range.high() / range.low() < 10) {
      return new Ticks(Ticks.linear(range, most, ascii), small);
    }
    for (int[] within : WITHIN_DECADE) {
      List<Ticks.Multiple> ticks = within(range, within, 1);
      if (ticks.size() <= most) {
        return ticks.size() >= 2
            ? labelled(ticks, small, ascii)
            : new Ticks(Ticks.linear(range, most, ascii), small);
      }
    }
    List<Ticks.Multiple> denser = List.of();
    for (int stride : STRIDES) {
      List<Ticks.Multiple> ticks = within(range, new int[] {1}, stride);
      if (ticks.size() <= most) {
        return labelled(
            ticks.size() >= 2 ? ticks : List.of(denser.get(0), denser.get(denser.size() - 1)),
            small,
            ascii);
      }
      denser = ticks;
    }
    return labelled(denser, small, ascii);
  }

  private static Ticks labelled(List<Ticks.Multiple> ticks, List<Double> small, boolean ascii) {
    return new Ticks(
        ticks.stream().map(t -> new Tick(t.value(), TickText.of(t, ascii))).toList(), small);
  }

  private static List<Ticks.Multiple> within(Range range, int[] mantissas, int stride) {
    List<Ticks.Multiple> ticks = new ArrayList<>();
    int last = decade(range.high());
    for (int exponent = decade(range.low()); exponent <= last; exponent++) {
      for (int mantissa : mantissas) {
        Ticks.Multiple tick = new Ticks.Multiple(mantissa, exponent);
        if (Math.floorMod(exponent, stride) == 0 && range.holds(tick.value())) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  private static List<Double> small(Range range) {
    return decade(range.high()) - decade(range.low()) > MOST_DECADES_WITH_STROKES
        ? List.of()
        : within(range, WITHIN_DECADE[0], 1).stream().map(Ticks.Multiple::value).toList();
  }

  private static int decade(double number) {
    return (int) Math.floor(StrictMath.log10(number));
  }
}
