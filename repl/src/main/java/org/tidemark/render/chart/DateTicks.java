package org.tidemark.render.chart;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.quantity.CalendarDate;

/** Starts of years, quarters, months or days. */
final class DateTicks {
  private static final int MONTHS = 12;
  private static final int[] MONTHS_APART = {6, 3, 1};
  private static final int[] DAYS_APART = {15, 10, 5, 2, 1};

  /** Days of a month after which no tick follows, so that the next month's first has room. */
  private static final int LAST_DAY = 28;

  private static final double LAST_CALENDAR_YEAR = 900_000;

  private DateTicks() {}

  static List<Tick> of(Range range, int most, boolean ascii) {
    List<Tick> years =
        Ticks.linear(range, most, ascii).stream()
            .filter(tick -> tick.at() == Math.rint(tick.at()))
            .map(tick -> tick(tick.at()))
            .toList();
    List<Tick> best = years;
    for (int apart : MONTHS_APART) {
      best = finer(best, months(range, apart, most), most);
    }
    for (int apart : DAYS_APART) {
      best = finer(best, days(range, apart, most), most);
    }
    if (best.size() < 2) {
      Tick first = tick(range.low());
      Tick last = tick(range.high());
      // within one day there is but one name
      return first.label().equals(last.label()) ? List.of(first) : List.of(first, last);
    }
    return best;
  }

  private static List<Tick> finer(List<Tick> known, List<Tick> candidate, int most) {
    return candidate.size() > known.size() && candidate.size() <= most ? candidate : known;
  }

  private static List<Tick> months(Range range, int apart, int most) {
    if ((range.high() - range.low()) * MONTHS > (double) apart * (most + 2)
        || Math.abs(range.low()) > LAST_CALENDAR_YEAR) {
      return List.of();
    }
    List<Tick> ticks = new ArrayList<>();
    int first = (int) Math.floor(range.low());
    for (int month = 0; ; month += apart) {
      double at = CalendarDate.of(first + month / MONTHS, month % MONTHS + 1);
      if (at > range.high()) {
        return ticks;
      }
      if (range.holds(at)) {
        ticks.add(tick(at));
      }
    }
  }

  private static List<Tick> days(Range range, int apart, int most) {
    if ((range.high() - range.low()) * 366 > (double) apart * (most + 2) * 2
        || Math.abs(range.low()) > LAST_CALENDAR_YEAR) {
      return List.of();
    }
    List<Tick> ticks = new ArrayList<>();
    int first = (int) Math.floor(range.low());
    for (int month = 0; ; month++) {
      for (int day = 1; day <= LAST_DAY; day += apart) {
        double at = CalendarDate.of(first + month / MONTHS, month % MONTHS + 1, day);
        if (at > range.high()) {
          return ticks;
        }
        if (range.holds(at)) {
          ticks.add(tick(at));
        }
      }
    }
  }

  private static Tick tick(double at) {
    return new Tick(at, CalendarDate.text(at));
  }
}
