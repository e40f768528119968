package org.tidemark.model.chart;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Series;

/** Bars of several series at the same names stand side by side. */
final class SideBySide {
  private SideBySide() {}

  static List<Series> arranged(List<Series> series) {
    int several = (int) series.stream().filter(SideBySide::hasBars).count();
    if (several < 2) {
      return series;
    }
    List<Series> all = new ArrayList<>();
    int place = 0;
    for (Series each : series) {
      int mine = place;
      all.add(
          new Series(
              each.name(), each.marks().stream().map(mark -> moved(mark, mine, several)).toList()));
      place += hasBars(each) ? 1 : 0;
    }
    return all;
  }

  private static boolean hasBars(Series series) {
    return series.marks().stream().anyMatch(mark -> mark instanceof Mark.Bars b && !b.sideways());
  }

  private static Mark moved(Mark mark, int place, int several) {
    if (!(mark instanceof Mark.Bars bars) || bars.sideways()) {
      return mark;
    }
    double[] middles = new double[bars.from().size()];
    for (int i = 0; i < middles.length; i++) {
      middles[i] = Math.rint((bars.from().get(i) + bars.to().get(i)) / 2);
    }
    return Marks.bars(middles, bars.top().stream().toArray(), place, several);
  }
}
