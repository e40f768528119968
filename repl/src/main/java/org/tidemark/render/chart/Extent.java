package org.tidemark.render.chart;

import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Series;

/** What a chart covers on each of its axes: all that is drawn, with a little room around it. */
final class Extent {
  private static final double ROOM = 0.05;

  /** Below this part of the largest number, an axis may as well start at zero. */
  private static final double NEAR_ZERO = 0.3;

  /** A range narrower than this part of its numbers could not be told apart on an axis. */
  private static final double NARROW = 1e-9;

  private final Axis axis;
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;
  private boolean tight = true;

  /** Where bars start, which needs no room beyond it. */
  private double base = Double.NaN;

  private Extent(Axis axis) {
    this.axis = axis;
  }

  static Range ofX(Chart chart) {
    return gather(chart, new Extent(chart.x()), true).range(false);
  }

  static Range ofY(Chart chart) {
    Extent extent = gather(chart, new Extent(chart.y()), false);
    return extent.range(true);
  }

  /** What the numbers of a map cover. */
  static Range of(Mark.Cells cells) {
    Extent extent = new Extent(cells.scale());
    extent.addAll(cells.value());
    return extent.range(false);
  }

  private static Extent gather(Chart chart, Extent extent, boolean across) {
    for (Series series : chart.series()) {
      for (Mark mark : series.marks()) {
        extent.add(mark, across);
      }
    }
    for (Marker marker : chart.markers()) {
      if (marker instanceof Marker.Crossing point) {
        extent.add(across ? point.x() : point.y());
      } else if (marker instanceof Marker.Threshold line && line.level() != across) {
        extent.add(line.at());
      }
    }
    return extent;
  }

  private void add(Mark mark, boolean across) {
    if (mark instanceof Mark.Line line) {
      addAll(across ? line.x() : line.y());
      tight &= across;
    } else if (mark instanceof Mark.Points points) {
      addAll(across ? points.x() : points.y());
      tight = false;
    } else if (mark instanceof Mark.Band band) {
      addInterval(across, band.x(), band.low(), band.high());
      tight &= across;
    } else if (mark instanceof Mark.Spreads spreads) {
      addInterval(across, spreads.x(), spreads.low(), spreads.high());
      tight = false;
    } else if (mark instanceof Mark.Bars bars) {
      boolean alongBars = across == bars.sideways();
      addAll(alongBars ? bars.base() : bars.from());
      addAll(alongBars ? bars.top() : bars.to());
      if (alongBars) {
        tight = false;
        base = bars.base().size() > 0 ? bars.base().get(0) : Double.NaN;
      }
    } else if (mark instanceof Mark.Cells cells) {
      for (double edge : Cells.edges(across ? cells.x() : cells.y(), axis.scale())) {
        add(edge);
      }
    }
  }

  private void addInterval(boolean across, Coordinates x, Coordinates from, Coordinates to) {
    if (across) {
      addAll(x);
    } else {
      addAll(from);
      addAll(to);
    }
  }

  private void addAll(Coordinates numbers) {
    for (int i = 0; i < numbers.size(); i++) {
      add(numbers.get(i));
    }
  }

  private void add(double number) {
    boolean hasPlace = Math.abs(number) <= Double.MAX_VALUE && (!isLog() || number > 0);
    if (hasPlace) {
      low = Math.min(low, number);
      high = Math.max(high, number);
    }
  }

  private boolean isLog() {
    return axis.scale() == Axis.Scale.LOG;
  }

  private Range range(boolean upright) {
    if (axis.scale() == Axis.Scale.CATEGORIES) {
      return new Range(-0.5, Math.max(1, axis.categories().size()) - 0.5);
    }
    if (low > high) {
      return isLog() ? new Range(1, 10) : new Range(0, 1);
    }
    if (isLog()) {
      return logarithmic();
    }
    double size = Math.max(Math.abs(low), Math.abs(high));
    if (!(high - low > NARROW * size)) {
      double around = axis.scale() == Axis.Scale.DATES ? 0.5 : size == 0 ? 1 : size * 0.1;
      return bounded(low - around, high + around);
    }
    if (tight) {
      return new Range(low, high);
    }
    double room = ROOM * (high / 2 - low / 2) * 2;
    boolean fromZero =
        axis.scale() == Axis.Scale.LINEAR
            && low >= 0
            && (low == 0 || upright && low <= NEAR_ZERO * high);
    double from = low == base || fromZero ? Math.min(low, fromZero ? 0 : low) : low - room;
    double to = high == base || high == 0 ? high : high + room;
    return bounded(from, to);
  }

  private Range logarithmic() {
    if (!(high / low > 1 + NARROW)) {
      return new Range(Math.max(low / 2, Double.MIN_NORMAL), Math.min(high * 2, Double.MAX_VALUE));
    }
    if (tight) {
      return new Range(low, high);
    }
    double room = StrictMath.pow(10, ROOM * (StrictMath.log10(high) - StrictMath.log10(low)));
    return new Range(
        low == base ? low : Math.max(low / room, Double.MIN_NORMAL),
        Math.min(high * room, Double.MAX_VALUE));
  }

  private static Range bounded(double from, double to) {
    return new Range(Math.max(from, -Double.MAX_VALUE), Math.min(to, Double.MAX_VALUE));
  }
}
