package org.tidemark.render.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Series;

/** The marks of a series as paths, as few as can be. */
final class SvgMarks {
  private static final List<String> DASHES = List.of("", "8 4", "2 3", "11 3 2 3", "16 5");

  /** Around a point, after a move to it; the first is a round cap and takes no outline. */
  private static final List<String> SHAPES =
      List.of(
          "h0",
          "m-3-3h6v6h-6z",
          "m0-4l4 7h-8z",
          "m0-4.2l4.2 4.2-4.2 4.2-4.2-4.2z",
          "m-3.6-1h2.6v-2.6h2v2.6h2.6v2h-2.6v2.6h-2v-2.6h-2.6z");

  /** Over so many points, those in the same pixel are drawn once. */
  private static final int MANY = 2000;

  static final int HATCHES = 5;

  /** Steps of colour in a map. */
  private static final int SHADES = 64;

  private final SvgPen pen;
  private final Layout layout;
  private final Frame frame;

  SvgMarks(SvgPen pen, Frame frame, Layout layout) {
    this.pen = pen;
    this.frame = frame;
    this.layout = layout;
  }

  /** The marks of one series, which is the so-manieth. */
  void draw(Series series, int index) {
    for (Mark mark : series.marks()) {
      if (mark instanceof Mark.Line line) {
        line(line, index);
      } else if (mark instanceof Mark.Points points) {
        points(points.x(), points.y(), index);
      } else if (mark instanceof Mark.Band band) {
        band(band, index);
      } else if (mark instanceof Mark.Spreads spreads) {
        spreads(spreads, Frame.hasBars(series) ? Dress.WHISKER : Dress.SPREAD, index);
      } else if (mark instanceof Mark.Bars bars) {
        bars(bars, index);
      } else if (mark instanceof Mark.Cells cells) {
        cells(cells);
      }
    }
  }

  /** How a series looks in the legend, in a space as wide as {@link Layout#SAMPLE}. */
  void sample(Series series, int index, double x, double y) {
    for (Mark mark : series.marks()) {
      if (mark instanceof Mark.Line) {
        stroke(new SvgPath().move(x, y).line(x + Layout.SAMPLE, y), index);
      } else if (mark instanceof Mark.Points) {
        shapes(new SvgPath().move(x + Layout.SAMPLE / 2, y).raw(shape(index)), index);
      } else if (mark instanceof Mark.Band) {
        pen.path(new SvgPath().box(x, y - 5, x + Layout.SAMPLE, y + 5), Dress.BAND, index, "");
      } else if (mark instanceof Mark.Spreads && !Frame.hasBars(series)) {
        double middle = x + Layout.SAMPLE / 2;
        pen.path(new SvgPath().move(middle, y - 6).line(middle, y + 6), Dress.SPREAD, index, "");
      } else if (mark instanceof Mark.Bars) {
        filled(new SvgPath().box(x + 6, y - 6, x + Layout.SAMPLE - 4, y + 6), index);
      }
    }
  }

  private void line(Mark.Line line, int index) {
    SvgPath path = new SvgPath();
    for (List<Outline.Point> piece : Outline.pieces(line.x(), line.y(), layout)) {
      List<Outline.Point> points = Outline.essential(piece);
      path.move(points.get(0).x(), points.get(0).y());
      for (Outline.Point point : points.subList(1, points.size())) {
        path.line(point.x(), point.y());
      }
      if (piece.size() == 1) {
        path.raw("h0");
      }
    }
    stroke(path, index);
  }

  private void stroke(SvgPath path, int index) {
    String dash = DASHES.get(index % DASHES.size());
    String further = dash.isEmpty() ? " stroke-linecap=\"round\"" : "";
    pen.path(
        path, Dress.LINE, index, dash.isEmpty() ? further : " stroke-dasharray=\"" + dash + "\"");
  }

  private static String shape(int index) {
    return SHAPES.get(index % SHAPES.size());
  }

  private void points(Coordinates x, Coordinates y, int index) {
    SvgPath path = new SvgPath();
    int count = Math.min(x.size(), y.size());
    Set<Long> seen = new HashSet<>();
    for (int i = 0; i < count; i++) {
      double px = layout.x(x.get(i));
      double py = layout.y(y.get(i));
      boolean hasPlace = !Double.isNaN(px) && !Double.isNaN(py);
      if (hasPlace && (count < MANY || seen.add(Math.round(px) << 20 | Math.round(py)))) {
        path.move(px, py).raw(shape(index));
      }
    }
    shapes(path, index);
  }

  private void shapes(SvgPath path, int index) {
    pen.path(path, index % SHAPES.size() == 0 ? Dress.DOTS : Dress.SHAPE, index, "");
  }

  private void band(Mark.Band band, int index) {
    SvgPath path = new SvgPath();
    int size = Math.min(band.x().size(), Math.min(band.low().size(), band.high().size()));
    int start = 0;
    for (int i = 0; i <= size; i++) {
      boolean gap =
          i == size
              || Double.isNaN(layout.x(band.x().get(i)))
              || Double.isNaN(layout.yWithin(band.low().get(i)))
              || Double.isNaN(layout.yWithin(band.high().get(i)));
      if (gap) {
        if (i > start) {
          area(path, band, start, i);
        }
        start = i + 1;
      }
    }
    pen.path(path, Dress.BAND, index, "");
  }

  private void area(SvgPath path, Mark.Band band, int from, int to) {
    List<Outline.Point> above = new ArrayList<>();
    List<Outline.Point> below = new ArrayList<>();
    for (int i = from; i < to; i++) {
      double x = layout.x(band.x().get(i));
      above.add(new Outline.Point(x, layout.yWithin(band.high().get(i))));
      below.add(0, new Outline.Point(x, layout.yWithin(band.low().get(i))));
    }
    List<Outline.Point> upper = Outline.essential(above);
    path.move(upper.get(0).x(), upper.get(0).y());
    upper.subList(1, upper.size()).forEach(p -> path.line(p.x(), p.y()));
    Outline.essential(below).forEach(p -> path.line(p.x(), p.y()));
    path.close();
  }

  private void spreads(Mark.Spreads spreads, Dress dress, int index) {
    SvgPath path = new SvgPath();
    for (int i = 0; i < spreads.x().size(); i++) {
      double x = layout.x(spreads.x().get(i));
      double low = layout.yWithin(spreads.low().get(i));
      double high = layout.yWithin(spreads.high().get(i));
      if (!Double.isNaN(x + low + high)) {
        path.move(x - 4, low).line(x + 4, low).move(x, low).line(x, high);
        path.move(x - 4, high).line(x + 4, high);
      }
    }
    pen.path(path, dress, index, "");
  }

  private void bars(Mark.Bars bars, int index) {
    SvgPath path = new SvgPath();
    for (int i = 0; i < bars.from().size(); i++) {
      Bar bar = Bar.of(bars, i, layout);
      if (bar.isDrawn()) {
        path.box(bar.left(), bar.top(), bar.right(), bar.bottom());
      }
    }
    filled(path, index);
  }

  private void filled(SvgPath path, int index) {
    pen.path(path, Dress.BAR, index, "");
    int hatch = frame.placeAmongBars(index) % HATCHES;
    if (hatch != 0) {
      pen.hatched(path, hatch);
    }
  }

  /** One path for each colour that occurs. */
  private void cells(Mark.Cells cells) {
    double[] x = Cells.edges(cells.x(), frame.chart().x().scale());
    double[] y = Cells.edges(cells.y(), frame.chart().y().scale());
    Map<Integer, SvgPath> byShade = new TreeMap<>();
    int columns = cells.x().size();
    for (int row = 0; row < cells.y().size(); row++) {
      int start = 0;
      for (int column = 0; column < columns; column++) {
        int shade = shade(cells, row * columns + column);
        boolean ends = column + 1 == columns || shade(cells, row * columns + column + 1) != shade;
        if (ends) {
          if (shade >= 0) {
            byShade
                .computeIfAbsent(shade, any -> new SvgPath())
                .box(
                    Math.rint(layout.xWithin(x[start])),
                    Math.rint(layout.yWithin(y[row])),
                    Math.rint(layout.xWithin(x[column + 1])),
                    Math.rint(layout.yWithin(y[row + 1])));
          }
          start = column + 1;
        }
      }
    }
    byShade.forEach((shade, path) -> pen.coloured(path, colour(shade)));
  }

  private int shade(Mark.Cells cells, int at) {
    double part = at < cells.value().size() ? frame.onMap(cells.value().get(at)) : Double.NaN;
    return Double.isNaN(part)
        ? -1
        : (int) Math.max(0, Math.min(SHADES - 1, Math.floor(part * SHADES)));
  }

  private static String colour(int shade) {
    return Palette.ofMap((shade + 0.5) / SHADES);
  }

  /** The colours of the map from the lowest number to the highest, beside the plot. */
  void strip() {
    double left = layout.stripLeft();
    double step = (layout.bottom() - layout.top()) / (SHADES / 2);
    for (int i = 0; i < SHADES / 2; i++) {
      double bottom = layout.bottom() - i * step;
      SvgPath box = new SvgPath().box(left, bottom - step, left + Layout.STRIP, bottom);
      pen.coloured(box, colour(2 * i));
    }
  }

  /** The pattern over bars of a series. */
  static String hatch(int kind) {
    return switch (kind) {
      case 1 -> "M-1 7L7-1M-1 1L1-1M5 7L7 5";
      case 2 -> "M-1-1L7 7M5-1L7 1M-1 5L1 7";
      case 3 -> "M0 3h6";
      default -> "M3 0v6";
    };
  }
}
