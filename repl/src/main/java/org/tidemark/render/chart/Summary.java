package org.tidemark.render.chart;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Series;

/** A chart in plain words, for those who cannot see it. */
final class Summary {
  private static final int MOST_SERIES = 12;
  private static final int MOST_MARKERS = 12;

  private Summary() {}

  /** What the chart shows, or its title. */
  static String title(Chart chart) {
    return !chart.title().isBlank()
        ? chart.title()
        : !chart.y().label().isBlank() ? chart.y().label() : "chart";
  }

  static String of(Frame frame) {
    Chart chart = frame.chart();
    List<String> parts = new ArrayList<>();
    if (frame.isEmpty()) {
      parts.add("Nothing to draw.");
    } else {
      parts.add(axis("Across", chart.x(), frame.xRange()));
      parts.add(axis("Up", chart.y(), frame.yRange()));
      frame.map().ifPresent(cells -> parts.add(axis("Colour", cells.scale(), frame.mapRange())));
    }
    List<Series> series = chart.series();
    for (int i = 0; i < Math.min(MOST_SERIES, series.size()); i++) {
      parts.add(series(chart, series.get(i)));
    }
    if (series.size() > MOST_SERIES) {
      parts.add((series.size() - MOST_SERIES) + " more series.");
    }
    List<Marker> markers = chart.markers();
    for (Marker marker : markers.subList(0, Math.min(MOST_MARKERS, markers.size()))) {
      parts.add(marker(chart, marker));
    }
    parts.removeIf(String::isEmpty);
    return String.join(" ", parts);
  }

  private static String axis(String side, Axis axis, Range range) {
    String label = axis.label().isBlank() ? "" : " " + axis.label();
    if (axis.scale() == Axis.Scale.CATEGORIES) {
      return side + ":" + label + ", " + axis.categories().size() + " names.";
    }
    return side
        + ":"
        + label
        + (label.isEmpty() ? " " : ", ")
        + AxisText.interval(axis, range.low(), range.high())
        + (axis.scale() == Axis.Scale.LOG ? ", logarithmic." : ".");
  }

  private static String series(Chart chart, Series series) {
    String name = series.name().isBlank() ? "" : series.name() + ": ";
    for (Mark mark : series.marks()) {
      if (mark instanceof Mark.Line line) {
        return name + course(chart, line.x(), line.y());
      }
      if (mark instanceof Mark.Points points) {
        return name + points.x().size() + " points" + within(chart.y(), points.y());
      }
      if (mark instanceof Mark.Bars bars) {
        return name
            + bars.top().size()
            + " bars"
            + within(bars.sideways() ? chart.x() : chart.y(), bars.top());
      }
      if (mark instanceof Mark.Cells cells) {
        return name + cells.x().size() + " by " + cells.y().size() + " cells.";
      }
    }
    return name.isEmpty() ? "" : name + "an interval.";
  }

  private static String course(Chart chart, Coordinates x, Coordinates y) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < Math.min(x.size(), y.size()); i++) {
      if (Double.isFinite(x.get(i)) && Double.isFinite(y.get(i))) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return first < 0
        ? "no values."
        : "from "
            + AxisText.of(chart.y(), y.get(first))
            + " at "
            + AxisText.of(chart.x(), x.get(first))
            + " to "
            + AxisText.of(chart.y(), y.get(last))
            + " at "
            + AxisText.of(chart.x(), x.get(last))
            + within(chart.y(), y);
  }

  private static String within(Axis axis, Coordinates numbers) {
    double low = numbers.stream().filter(Double::isFinite).min().orElse(Double.NaN);
    double high = numbers.stream().filter(Double::isFinite).max().orElse(Double.NaN);
    return Double.isNaN(low) ? "." : ", within " + AxisText.interval(axis, low, high) + ".";
  }

  private static String marker(Chart chart, Marker marker) {
    String label = marker.label().isBlank() ? "" : " " + marker.label();
    if (marker instanceof Marker.Threshold line) {
      Axis axis = line.level() ? chart.y() : chart.x();
      return "Threshold" + label + ": " + AxisText.of(axis, line.at()) + ".";
    }
    Marker.Crossing point = (Marker.Crossing) marker;
    return "Crossing"
        + label
        + ": "
        + AxisText.of(chart.y(), point.y())
        + " at "
        + AxisText.of(chart.x(), point.x())
        + ".";
  }
}
