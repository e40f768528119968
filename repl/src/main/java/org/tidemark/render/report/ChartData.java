package org.tidemark.render.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.NumberText;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Series;

/** The numbers of a chart as tables: marks at the same places share one. */
final class ChartData {
  private final Chart chart;
  private final Map<Object, Part> parts = new LinkedHashMap<>();

  private ChartData(Chart chart) {
    this.chart = chart;
  }

  /**
   * A table.
   *
   * @param name what it shows
   * @param headers of its columns
   * @param columns their numbers
   * @param axes what the numbers of each mean
   */
  record Part(
      String name, List<String> headers, List<Coordinates> columns, List<Axis> axes, int rows) {
    void add(String header, Coordinates column, Axis axis) {
      headers.add(header);
      columns.add(column);
      axes.add(axis);
    }

    /** The text of a cell. */
    String cell(int row, int column) {
      return text(columns.get(column).get(row), axes.get(column));
    }

    /** Whether a column holds names. */
    List<Boolean> words() {
      return axes.stream().map(axis -> axis.scale() == Axis.Scale.CATEGORIES).toList();
    }
  }

  /** The tables of a chart, in the order of its series; markers last. */
  static List<Part> of(Chart chart) {
    ChartData data = new ChartData(chart);
    for (Series series : chart.series()) {
      for (Mark mark : series.marks()) {
        data.add(series.name(), mark);
      }
    }
    return new ArrayList<>(data.parts.values());
  }

  /** What a chart points out, one sentence each. */
  static List<String> markers(Chart chart) {
    List<String> sentences = new ArrayList<>();
    for (Marker marker : chart.markers()) {
      String label = marker.label().isEmpty() ? "a mark" : marker.label();
      if (marker instanceof Marker.Threshold line) {
        Axis axis = line.level() ? chart.y() : chart.x();
        sentences.add(label + ": " + place(line.at(), axis));
      } else if (marker instanceof Marker.Crossing point) {
        sentences.add(
            label + ": " + place(point.x(), chart.x()) + ", " + place(point.y(), chart.y()));
      }
    }
    return sentences;
  }

  private static String place(double number, Axis axis) {
    String unit = axis.unit().map(u -> " " + u.text()).orElse("");
    return (axis.label().isEmpty() ? "" : axis.label() + " ") + text(number, axis) + unit;
  }

  private void add(String name, Mark mark) {
    String measure = chart.y().title();
    String own = name.isEmpty() ? measure : name;
    if (mark instanceof Mark.Line line) {
      at(line.x(), own).add(own, line.y(), chart.y());
    } else if (mark instanceof Mark.Points points) {
      at(points.x(), own).add(own, points.y(), chart.y());
    } else if (mark instanceof Mark.Band band) {
      between(band.x(), own, band.low(), band.high());
    } else if (mark instanceof Mark.Spreads spreads) {
      between(spreads.x(), own, spreads.low(), spreads.high());
    } else if (mark instanceof Mark.Bars bars) {
      bars(own, bars);
    } else if (mark instanceof Mark.Cells cells) {
      cells(own, cells);
    }
  }

  /** The table of what stands at some places. */
  private Part at(Coordinates x, String name) {
    return parts.computeIfAbsent(
        x,
        key -> {
          Part part = empty(name, x.size());
          part.add(heading(chart.x(), "x"), x, chart.x());
          return part;
        });
  }

  private void between(Coordinates x, String name, Coordinates low, Coordinates high) {
    Part part = at(x, name);
    part.add(name + ", low", low, chart.y());
    part.add(name + ", high", high, chart.y());
  }

  private void bars(String name, Mark.Bars bars) {
    Axis across = bars.sideways() ? chart.y() : chart.x();
    Axis along = bars.sideways() ? chart.x() : chart.y();
    Part part = empty(name, bars.top().size());
    if (across.scale() == Axis.Scale.CATEGORIES) {
      part.add(heading(across, "name"), middles(bars), across);
    } else {
      part.add(heading(across, "x") + ", from", bars.from(), across);
      part.add("to", bars.to(), across);
    }
    if (bars.base().stream().anyMatch(base -> base != 0)) {
      part.add(name + ", from", bars.base(), along);
      part.add("to", bars.top(), along);
    } else {
      part.add(name, bars.top(), along);
    }
    parts.put(new Object(), part);
  }

  private static Coordinates middles(Mark.Bars bars) {
    double[] middles = new double[bars.from().size()];
    for (int i = 0; i < middles.length; i++) {
      middles[i] = (bars.from().get(i) + bars.to().get(i)) / 2;
    }
    return Coordinates.of(middles);
  }

  private void cells(String name, Mark.Cells cells) {
    int columns = cells.x().size();
    int size = cells.value().size();
    double[] x = new double[size];
    double[] y = new double[size];
    for (int i = 0; i < size; i++) {
      x[i] = cells.x().get(i % columns);
      y[i] = cells.y().get(i / columns);
    }
    Part part = empty(name, size);
    part.add(heading(chart.x(), "x"), Coordinates.of(x), chart.x());
    part.add(heading(chart.y(), "y"), Coordinates.of(y), chart.y());
    part.add(heading(cells.scale(), name), cells.value(), cells.scale());
    parts.put(new Object(), part);
  }

  private static Part empty(String name, int rows) {
    return new Part(name, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), rows);
  }

  private static String heading(Axis axis, String fallback) {
    return axis.title().isEmpty() ? fallback : axis.title();
  }

  private static String text(double number, Axis axis) {
    if (Double.isNaN(number)) {
      return "–";
    }
    return switch (axis.scale()) {
      case DATES -> CalendarDate.text(number);
      case CATEGORIES -> {
        int index = (int) Math.rint(number);
        boolean named = index >= 0 && index < axis.categories().size();
        yield named ? axis.categories().get(index) : NumberText.sensible(number);
      }
      default -> NumberText.sensible(number);
    };
  }
}
