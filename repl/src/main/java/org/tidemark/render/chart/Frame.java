package org.tidemark.render.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Series;

/**
 * What every renderer makes the same of a chart: what its axes cover, which series are named in a
 * legend, which map gives a scale of colours.
 */
final class Frame {
  private final Chart chart;
  private final Range xRange;
  private final Range yRange;
  private final Scale x;
  private final Scale y;
  private final Optional<Mark.Cells> map;
  private final Range mapRange;

  Frame(Chart chart) {
    this.chart = chart;
    this.xRange = Extent.ofX(chart);
    this.yRange = Extent.ofY(chart);
    this.x = Scale.of(chart.x(), xRange);
    this.y = Scale.of(chart.y(), yRange);
    this.map =
        chart.series().stream()
            .flatMap(series -> series.marks().stream())
            .filter(Mark.Cells.class::isInstance)
            .map(Mark.Cells.class::cast)
            .findFirst();
    this.mapRange = map.map(Extent::of).orElse(new Range(0, 1));
  }

  Chart chart() {
    return chart;
  }

  Range xRange() {
    return xRange;
  }

  Range yRange() {
    return yRange;
  }

  /** From the left to the right. */
  Scale x() {
    return x;
  }

  /** From below to above. */
  Scale y() {
    return y;
  }

  /** The first map of the chart, whose scale of colours all of its maps share. */
  Optional<Mark.Cells> map() {
    return map;
  }

  Range mapRange() {
    return mapRange;
  }

  /** Where a number of a map lies on its scale. */
  double onMap(double number) {
    return map.map(cells -> Scale.of(cells.scale(), mapRange).at(number)).orElse(Double.NaN);
  }

  /** The places of the series that a legend names: none where one series needs no name. */
  List<Integer> legend() {
    List<Integer> named = new ArrayList<>();
    for (int i = 0; i < chart.series().size(); i++) {
      Series series = chart.series().get(i);
      boolean isMap = series.marks().stream().allMatch(Mark.Cells.class::isInstance);
      if (!series.name().isBlank() && !isMap) {
        named.add(i);
      }
    }
    boolean alone = named.size() == 1 && chart.series().size() == 1;
    boolean said =
        alone
            && List.of(chart.title(), chart.y().label(), chart.x().label())
                .contains(chart.series().get(0).name());
    return alone && (said || !chart.y().label().isEmpty() && !chart.title().isEmpty())
        ? List.of()
        : named;
  }

  /** Which of the series with bars one is: 0 for the first of them. */
  int placeAmongBars(int series) {
    return (int) chart.series().subList(0, series).stream().filter(Frame::hasBars).count();
  }

  /** Whether a series has bars, so that its spreads stand in front of them. */
  static boolean hasBars(Series series) {
    return series.marks().stream().anyMatch(Mark.Bars.class::isInstance);
  }

  /** Whether nothing at all has a place. */
  boolean isEmpty() {
    return chart.series().stream().allMatch(s -> s.marks().stream().allMatch(this::isEmpty))
        && chart.markers().isEmpty();
  }

  private boolean isEmpty(Mark mark) {
    if (mark instanceof Mark.Line line) {
      return hasNone(line.x(), line.y());
    }
    if (mark instanceof Mark.Points points) {
      return hasNone(points.x(), points.y());
    }
    if (mark instanceof Mark.Band band) {
      return hasNone(band.x(), band.low());
    }
    if (mark instanceof Mark.Spreads spreads) {
      return hasNone(spreads.x(), spreads.low());
    }
    if (mark instanceof Mark.Bars bars) {
      return bars.from().size() == 0;
    }
    return ((Mark.Cells) mark).value().size() == 0;
  }

  private boolean hasNone(Coordinates across, Coordinates along) {
    for (int i = 0; i < Math.min(across.size(), along.size()); i++) {
      if (!Double.isNaN(x.at(across.get(i))) && !Double.isNaN(y.at(along.get(i)))) {
        return false;
      }
    }
    return true;
  }

  /** The thresholds, in the order of the chart. */
  List<Marker.Threshold> thresholds() {
    return chart.markers().stream()
        .filter(Marker.Threshold.class::isInstance)
        .map(Marker.Threshold.class::cast)
        .toList();
  }

  /** The crossings, in the order of the chart. */
  List<Marker.Crossing> crossings() {
    return chart.markers().stream()
        .filter(Marker.Crossing.class::isInstance)
        .map(Marker.Crossing.class::cast)
        .toList();
  }
}
