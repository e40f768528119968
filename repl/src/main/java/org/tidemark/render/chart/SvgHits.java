package org.tidemark.render.chart;

import java.util.Optional;
import org.tidemark.quantity.NumberText;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Series;

/** Areas without colour over what is drawn, each with a title that says what is there. */
final class SvgHits {
  /** So many of a series at most. */
  private static final int MOST = 32;

  private static final int MOST_CELLS = 400;
  private static final double REACH = 8;
  private static final int DIGITS = 5;

  private final SvgPen pen;
  private final Layout layout;
  private final Frame frame;
  private final Chart chart;

  SvgHits(SvgPen pen, Frame frame, Layout layout) {
    this.pen = pen;
    this.frame = frame;
    this.layout = layout;
    this.chart = frame.chart();
  }

  /** What a series gives to hover over: its first mark that is not a band beside a line. */
  void draw(Series series) {
    Optional<Mark.Band> band = first(series, Mark.Band.class);
    Optional<Mark.Spreads> spreads = first(series, Mark.Spreads.class);
    Optional<Mark.Line> line = first(series, Mark.Line.class);
    Optional<Mark.Points> points = first(series, Mark.Points.class);
    Optional<Mark.Bars> bars = first(series, Mark.Bars.class);
    Optional<Mark.Cells> cells = first(series, Mark.Cells.class);
    if (cells.isPresent()) {
      cells(series, cells.get());
    } else if (bars.isPresent()) {
      bars(series, bars.get());
    } else if (line.isPresent() || points.isPresent()) {
      Coordinates x = line.isPresent() ? line.get().x() : points.get().x();
      Coordinates y = line.isPresent() ? line.get().y() : points.get().y();
      Coordinates low = band.map(Mark.Band::low).or(() -> spreads.map(Mark.Spreads::low)).orElse(x);
      Coordinates high =
          band.map(Mark.Band::high).or(() -> spreads.map(Mark.Spreads::high)).orElse(x);
      Coordinates beside = band.map(Mark.Band::x).or(() -> spreads.map(Mark.Spreads::x)).orElse(y);
      boolean together = beside.equals(x);
      points(series, x, y, together ? low : null, together ? high : null);
    } else if (band.isPresent() || spreads.isPresent()) {
      Coordinates x = band.map(Mark.Band::x).orElseGet(() -> spreads.get().x());
      Coordinates low = band.map(Mark.Band::low).orElseGet(() -> spreads.get().low());
      Coordinates high = band.map(Mark.Band::high).orElseGet(() -> spreads.get().high());
      points(series, x, null, low, high);
    }
  }

  private static <M extends Mark> Optional<M> first(Series series, Class<M> sort) {
    return series.marks().stream().filter(sort::isInstance).map(sort::cast).findFirst();
  }

  /** The points of a line, a cloud or a band; {@code y} or both others may be absent. */
  private void points(
      Series series, Coordinates x, Coordinates y, Coordinates low, Coordinates high) {
    int size = Math.min(x.size(), (y == null ? low : y).size());
    int count = Math.min(size, MOST);
    StringBuilder hits = new StringBuilder();
    StringBuilder dataX = new StringBuilder();
    StringBuilder dataY = new StringBuilder();
    for (int k = 0; k < count; k++) {
      int i = thinned(k, count, size);
      double at = y == null ? middle(low.get(i), high.get(i)) : y.get(i);
      double px = layout.x(x.get(i));
      double py = layout.yWithin(at);
      if (Double.isNaN(px) || Double.isNaN(py)) {
        continue;
      }
      String interval = low == null ? "" : AxisText.interval(chart.y(), low.get(i), high.get(i));
      String value =
          y == null
              ? interval
              : AxisText.of(chart.y(), at) + (low == null ? "" : " (" + interval + ")");
      hits.append("<circle cx=\"").append(SvgText.number(px));
      hits.append("\" cy=\"").append(SvgText.number(py)).append("\">");
      title(hits, series, AxisText.of(chart.x(), x.get(i)), value).append("</circle>");
      number(dataX, x.get(i));
      number(dataY, at);
    }
    group(series, dataX, dataY, hits);
  }

  private static double middle(double low, double high) {
    return low / 2 + high / 2;
  }

  private static int thinned(int k, int count, int size) {
    return count < 2 ? 0 : (int) Math.round((double) k * (size - 1) / (count - 1));
  }

  private void bars(Series series, Mark.Bars bars) {
    int size = bars.from().size();
    int count = Math.min(size, MOST);
    Axis across = bars.sideways() ? chart.y() : chart.x();
    Axis along = bars.sideways() ? chart.x() : chart.y();
    StringBuilder hits = new StringBuilder();
    StringBuilder dataAcross = new StringBuilder();
    StringBuilder dataAlong = new StringBuilder();
    for (int k = 0; k < count; k++) {
      int i = thinned(k, count, size);
      Bar bar = Bar.of(bars, i, layout);
      if (!bar.isDrawn()) {
        continue;
      }
      double base = bars.base().get(i);
      double top = bars.top().get(i);
      String value =
          base == 0 || along.scale() == Axis.Scale.LOG
              ? AxisText.of(along, top)
              : AxisText.interval(along, base, top);
      Bar wide = bar.atLeast(REACH);
      rectangle(hits, wide);
      title(hits, series, AxisText.interval(across, bars.from().get(i), bars.to().get(i)), value)
          .append("</rect>");
      number(dataAcross, middle(bars.from().get(i), bars.to().get(i)));
      number(dataAlong, top);
    }
    group(
        series,
        bars.sideways() ? dataAlong : dataAcross,
        bars.sideways() ? dataAcross : dataAlong,
        hits);
  }

  private static void rectangle(StringBuilder hits, Bar box) {
    hits.append("<rect x=\"").append(SvgText.number(box.left()));
    hits.append("\" y=\"").append(SvgText.number(box.top()));
    hits.append("\" width=\"").append(SvgText.number(box.right() - box.left()));
    hits.append("\" height=\"").append(SvgText.number(box.bottom() - box.top())).append("\">");
  }

  private void cells(Series series, Mark.Cells cells) {
    double[] x = Cells.edges(cells.x(), chart.x().scale());
    double[] y = Cells.edges(cells.y(), chart.y().scale());
    int columns = cells.x().size();
    int size = Math.min(cells.value().size(), columns * cells.y().size());
    int stride = 1 + (size - 1) / MOST_CELLS;
    StringBuilder hits = new StringBuilder();
    StringBuilder dataX = new StringBuilder();
    StringBuilder dataY = new StringBuilder();
    for (int i = 0; i < size; i += stride) {
      int column = i % columns;
      int row = i / columns;
      double x1 = layout.xWithin(x[column]);
      double x2 = layout.xWithin(x[column + 1]);
      double y1 = layout.yWithin(y[row]);
      double y2 = layout.yWithin(y[row + 1]);
      if (Double.isNaN(x1 + x2 + y1 + y2) || Double.isNaN(cells.value().get(i))) {
        continue;
      }
      rectangle(
          hits, new Bar(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)));
      String place =
          AxisText.of(chart.x(), cells.x().get(column))
              + ", "
              + AxisText.of(chart.y(), cells.y().get(row));
      title(hits, series, place, AxisText.of(cells.scale(), cells.value().get(i)))
          .append("</rect>");
      number(dataX, cells.x().get(column));
      number(dataY, cells.y().get(row));
    }
    group(series, dataX, dataY, hits);
  }

  private StringBuilder title(StringBuilder hits, Series series, String at, String value) {
    hits.append("<title>");
    if (chart.series().size() > 1 && !series.name().isBlank()) {
      hits.append(SvgText.escaped(series.name())).append(", ");
    }
    return hits.append(SvgText.escaped(at))
        .append(": ")
        .append(SvgText.escaped(value))
        .append("</title>");
  }

  private static void number(StringBuilder list, double number) {
    list.append(list.length() == 0 ? "" : " ").append(NumberText.significant(number, DIGITS));
  }

  private void group(Series series, StringBuilder x, StringBuilder y, StringBuilder hits) {
    if (hits.length() > 0) {
      pen.raw("<g class=\"v\" data-series=\"" + SvgText.escaped(series.name()));
      pen.raw("\" data-x=\"" + x + "\" data-y=\"" + y + "\">\n" + hits + "\n</g>\n");
    }
  }

  /** Areas over the markers. */
  void markers() {
    StringBuilder hits = new StringBuilder();
    frame
        .crossings()
        .forEach(
            point -> {
              double px = layout.x(point.x());
              double py = layout.y(point.y());
              if (!Double.isNaN(px + py)) {
                hits.append("<circle cx=\"").append(SvgText.number(px));
                hits.append("\" cy=\"").append(SvgText.number(py)).append("\"><title>");
                hits.append(point.label().isBlank() ? "" : SvgText.escaped(point.label()) + ", ");
                hits.append(SvgText.escaped(AxisText.of(chart.x(), point.x()))).append(": ");
                hits.append(SvgText.escaped(AxisText.of(chart.y(), point.y())));
                hits.append("</title></circle>");
              }
            });
    if (hits.length() > 0) {
      pen.raw("<g class=\"v\">\n" + hits + "\n</g>\n");
    }
  }
}
