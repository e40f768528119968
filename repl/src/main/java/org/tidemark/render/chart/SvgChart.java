package org.tidemark.render.chart;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Series;

/**
 * Charts as SVG: the same text for the same chart everywhere, readable in light and dark, by
 * pointer and by screen reader, without a script.
 *
 * <p>The root is {@code <svg class="tc" role="img">} with a {@code <title>} and a {@code <desc>}
 * that tells the chart in plain words. Colours are the custom properties {@code --tc-paper}, {@code
 * --tc-ink}, {@code --tc-soft}, {@code --tc-grid} and {@code --tc-1} to {@code --tc-6}; a page with
 * embedded charts has {@link #styleSheet()} once and may set them anew.
 *
 * <p>What can be hovered over is at the end: for each series with something in it a {@code <g
 * class="v" data-series="NAME" data-x="…" data-y="…">}, its numbers in the units of the axes
 * (decimal years, places of categories), thinned to at most 32, 400 for maps, divided by spaces;
 * its children, one for each number in the same order, are {@code <circle cx cy>} or {@code <rect x
 * y width height>} in the coordinates of the view box, each with a {@code <title>} that says what
 * is there: {@code 12.3 EB: 45 USD}. A last such group without data has the crossings. With the
 * looks for one background only there are none of these.
 */
public final class SvgChart {
  private final Frame frame;
  private final Layout layout;
  private final Options options;
  private final SvgPen pen;

  private SvgChart(Chart chart, Options options) {
    this.options = options;
    this.frame = new Frame(chart);
    this.layout = new Layout(frame, options.width(), options.height());
    this.pen = new SvgPen(options);
  }

  /** The chart as one {@code <svg>} element, ended by a newline. */
  public static String of(Chart chart, Options options) {
    return new SvgChart(chart, options).text();
  }

  /** What a page with embedded charts has in a {@code <style>}, once for all of them. */
  public static String styleSheet() {
    return Dress.styleSheet();
  }

  private String text() {
    grid();
    SvgMarks marks = new SvgMarks(pen, frame, layout);
    List<Series> series = frame.chart().series();
    for (int i = 0; i < series.size(); i++) {
      int index = i;
      inColour(index, () -> marks.draw(series.get(index), index));
    }
    axes();
    if (frame.map().isPresent()) {
      marks.strip();
    }
    markers();
    for (Layout.Entry entry : layout.entries()) {
      inColour(
          entry.series(),
          () -> marks.sample(series.get(entry.series()), entry.series(), entry.x(), entry.y()));
    }
    layout.words().forEach(pen::words);
    if (frame.isEmpty()) {
      double middle = (layout.left() + layout.right()) / 2;
      pen.text(
          middle, (layout.top() + layout.bottom()) / 2, "middle", 0, Dress.SOFT, "nothing to draw");
    }
    if (pen.usesClasses()) {
      SvgHits hits = new SvgHits(pen, frame, layout);
      series.forEach(hits::draw);
      hits.markers();
    }
    return head() + pen + "</svg>\n";
  }

  private void inColour(int series, Runnable drawing) {
    if (pen.usesClasses()) {
      pen.raw("<g class=\"s" + (series % Palette.COLOURS + 1) + "\">\n");
      drawing.run();
      pen.raw("</g>\n");
    } else {
      drawing.run();
    }
  }

  private String head() {
    Chart chart = frame.chart();
    String size = SvgText.number(layout.width()) + " " + SvgText.number(layout.height());
    String id = options.prefix();
    StringBuilder head = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    head.append(pen.usesClasses() ? " class=\"tc\" width=\"100%\"" : width());
    head.append(" viewBox=\"0 0 ").append(size).append("\" role=\"img\" aria-labelledby=\"");
    head.append(id).append("-t\" aria-describedby=\"").append(id).append("-d\"");
    head.append(pen.usesClasses() ? "" : " font-family=\"sans-serif\" font-size=\"13\"");
    head.append(">\n<title id=\"").append(id).append("-t\">");
    head.append(SvgText.escaped(Summary.title(chart))).append("</title>\n<desc id=\"");
    head.append(id).append("-d\">").append(SvgText.escaped(Summary.of(frame)));
    head.append("</desc>\n");
    if (options.look() == Options.Look.STAND_ALONE) {
      head.append("<style>\n").append(styleSheet()).append("</style>\n");
    }
    head.append(pen.definitions());
    if (options.look() != Options.Look.EMBEDDED) {
      head.append("<rect").append(pen.dress(Dress.PAPER, 0));
      head.append(" width=\"100%\" height=\"100%\"/>\n");
    }
    return head.toString();
  }

  private String width() {
    return " width=\""
        + SvgText.number(layout.width())
        + "\" height=\""
        + SvgText.number(layout.height())
        + "\"";
  }

  private void grid() {
    SvgPath lines = new SvgPath();
    for (Tick tick : layout.yTicks().labelled()) {
      double y = crisp(layout.y(tick.at()));
      lines.move(layout.left(), y).line(layout.right(), y);
    }
    boolean upright = frame.chart().x().scale() != Axis.Scale.CATEGORIES;
    for (Tick tick : upright ? layout.xTicks().labelled() : List.<Tick>of()) {
      double x = crisp(layout.x(tick.at()));
      lines.move(x, layout.top()).line(x, layout.bottom());
    }
    pen.path(lines, Dress.GRID, 0, "");
  }

  private void axes() {
    SvgPath lines = new SvgPath();
    double left = crisp(layout.left());
    double bottom = crisp(layout.bottom());
    lines.move(left, layout.top()).line(left, bottom).line(layout.right(), bottom);
    for (Tick tick : layout.xTicks().labelled()) {
      lines.move(crisp(layout.x(tick.at())), bottom).line(crisp(layout.x(tick.at())), bottom + 5);
    }
    for (double small : layout.xTicks().small()) {
      lines.move(crisp(layout.x(small)), bottom).line(crisp(layout.x(small)), bottom + 3);
    }
    for (Tick tick : layout.yTicks().labelled()) {
      lines.move(left - 5, crisp(layout.y(tick.at()))).line(left, crisp(layout.y(tick.at())));
    }
    for (double small : layout.yTicks().small()) {
      lines.move(left - 3, crisp(layout.y(small))).line(left, crisp(layout.y(small)));
    }
    double zero = layout.y(0);
    if (frame.chart().y().scale() == Axis.Scale.LINEAR
        && frame.yRange().low() < 0
        && frame.yRange().high() > 0
        && !Double.isNaN(zero)) {
      lines.move(left, crisp(zero)).line(layout.right(), crisp(zero));
    }
    pen.path(lines, Dress.AXIS, 0, "");
  }

  /** In the middle of a pixel, where a line of one pixel is sharp. */
  private static double crisp(double pixels) {
    return Math.floor(pixels) + 0.5;
  }

  private void markers() {
    LabelPlacer labels = labels();
    SvgPath rules = new SvgPath();
    for (Marker.Threshold threshold : frame.thresholds()) {
      if (threshold.level()) {
        double y = layout.y(threshold.at());
        rules.move(layout.left(), y).line(layout.right(), y);
        labels.avoid(
            List.of(new Outline.Point(layout.left(), y), new Outline.Point(layout.right(), y)));
      } else {
        double x = layout.x(threshold.at());
        rules.move(x, layout.top()).line(x, layout.bottom());
        labels.avoid(
            List.of(new Outline.Point(x, layout.top()), new Outline.Point(x, layout.bottom())));
      }
    }
    pen.path(rules, Dress.RULE, 0, "");
    for (Marker.Crossing crossing : frame.crossings()) {
      double x = layout.x(crossing.x());
      double y = layout.y(crossing.y());
      if (!Double.isNaN(x + y)) {
        pen.ring(x, y);
        labels.keepClear(x, y, 6);
      }
    }
    for (Marker.Threshold threshold : frame.thresholds()) {
      label(labels, threshold);
    }
    for (Marker.Crossing crossing : frame.crossings()) {
      label(labels, crossing);
    }
  }

  /** What is drawn, so that labels can keep off it. */
  private LabelPlacer labels() {
    LabelPlacer labels = new LabelPlacer(layout);
    if (frame.chart().markers().isEmpty()) {
      return labels;
    }
    for (Series series : frame.chart().series()) {
      for (Mark mark : series.marks()) {
        if (mark instanceof Mark.Line line) {
          Outline.pieces(line.x(), line.y(), layout)
              .forEach(piece -> labels.avoid(Outline.essential(piece)));
        } else if (mark instanceof Mark.Bars bars) {
          for (int i = 0; i < bars.from().size(); i++) {
            labels.avoid(Bar.of(bars, i, layout));
          }
        } else if (mark instanceof Mark.Points points) {
          Outline.pieces(points.x(), points.y(), layout)
              .forEach(piece -> piece.forEach(labels::avoid));
        }
      }
    }
    return labels;
  }

  private String shortened(Marker marker) {
    return TextWidth.elided(marker.label(), Layout.FONT, (layout.right() - layout.left()) * 0.6);
  }

  private void label(LabelPlacer labels, Marker.Threshold threshold) {
    String text = shortened(threshold);
    double width = TextWidth.of(text, Layout.FONT);
    double at = threshold.level() ? layout.y(threshold.at()) : layout.x(threshold.at());
    if (text.isBlank() || Double.isNaN(at)) {
      return;
    }
    List<LabelPlacer.Place> places = new ArrayList<>();
    if (threshold.level()) {
      double middle = (layout.left() + layout.right() - width) / 2;
      for (double x : new double[] {layout.right() - width - 4, layout.left() + 6, middle}) {
        places.add(new LabelPlacer.Place(x, at - 6));
        places.add(new LabelPlacer.Place(x, at + 15));
      }
    } else {
      for (double y = layout.top() + 14; y < layout.bottom() - 6; y += 17) {
        places.add(new LabelPlacer.Place(at + 6, y));
        places.add(new LabelPlacer.Place(at - width - 6, y));
      }
    }
    write(labels.place(width, places), text);
  }

  private void label(LabelPlacer labels, Marker.Crossing crossing) {
    String text = shortened(crossing);
    double x = layout.x(crossing.x());
    double y = layout.y(crossing.y());
    if (text.isBlank() || Double.isNaN(x + y)) {
      return;
    }
    double width = TextWidth.of(text, Layout.FONT);
    List<LabelPlacer.Place> places = new ArrayList<>();
    for (int away = 0; away < 4; away++) {
      double up = y - 10 - 16 * away;
      double down = y + 20 + 16 * away;
      places.add(new LabelPlacer.Place(x + 9, up));
      places.add(new LabelPlacer.Place(x + 9, down));
      places.add(new LabelPlacer.Place(x - width - 9, up));
      places.add(new LabelPlacer.Place(x - width - 9, down));
      places.add(new LabelPlacer.Place(x - width / 2, up - 4));
      places.add(new LabelPlacer.Place(x - width / 2, down + 4));
    }
    places.add(2, new LabelPlacer.Place(x + 10, y + 5));
    places.add(3, new LabelPlacer.Place(x - width - 10, y + 5));
    write(labels.place(width, places), text);
  }

  private void write(LabelPlacer.Place place, String text) {
    pen.text(place.x(), place.y(), "start", 0, Dress.LABEL, text);
  }
}
