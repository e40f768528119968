package org.tidemark.render.chart;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Series;

/** Marks as dots, blocks and letters. */
final class TerminalMarks {
  private static final String FROM_BELOW = " ▁▂▃▄▅▆▇█";
  private static final String FROM_LEFT = " ▏▎▍▌▋▊▉█";
  private static final int EIGHTHS = 8;

  /** Over so many points, a single series is drawn in dots rather than in bullets. */
  private static final int MANY = 60;

  private final Frame frame;
  private final Canvas canvas;
  private final Glyphs glyphs;
  private final Colours colours;
  private final int named;

  TerminalMarks(Frame frame, Canvas canvas, Glyphs glyphs, Colours colours) {
    this.frame = frame;
    this.canvas = canvas;
    this.glyphs = glyphs;
    this.colours = colours;
    this.named = frame.chart().series().size();
  }

  /** Areas and bars of a series, which what others draw may cover. */
  void areas(Series series, int index) {
    for (Mark mark : series.marks()) {
      if (mark instanceof Mark.Band band) {
        band(band, index);
      } else if (mark instanceof Mark.Bars bars) {
        bars(bars, index);
      } else if (mark instanceof Mark.Cells cells) {
        cells(cells);
      }
    }
  }

  /** Lines, points and spreads of a series. */
  void strokes(Series series, int index) {
    for (Mark mark : series.marks()) {
      if (mark instanceof Mark.Line line) {
        line(line, index);
      } else if (mark instanceof Mark.Points points) {
        points(points, index);
      } else if (mark instanceof Mark.Spreads spreads) {
        spreads(spreads, index, Frame.hasBars(series));
      }
    }
  }

  /** What stands for a series in the legend. */
  String sample(Series series, int index) {
    for (Mark mark : series.marks()) {
      if (mark instanceof Mark.Bars) {
        return colours.start(index) + glyphs.fill(frame.placeAmongBars(index)) + colours.end();
      }
      if (!(mark instanceof Mark.Band)) {
        return colours.start(index) + sign(index) + colours.end();
      }
    }
    return colours.start(index) + glyphs.band() + colours.end();
  }

  private char sign(int index) {
    return named > 1 ? glyphs.letter(index) : glyphs.isAscii() ? '*' : '•';
  }

  int x(double number) {
    double part = frame.x().at(number);
    return Double.isNaN(part) ? -1 : (int) Math.round(part * (canvas.width() - 1));
  }

  int y(double number) {
    double part = frame.y().at(number);
    return Double.isNaN(part) ? -1 : (int) Math.round((1 - part) * (canvas.height() - 1));
  }

  private void line(Mark.Line line, int index) {
    int lastX = -1;
    int lastY = -1;
    boolean joined = false;
    List<int[]> path = new ArrayList<>();
    for (int i = 0; i < Math.min(line.x().size(), line.y().size()); i++) {
      int x = x(line.x().get(i));
      int y = y(line.y().get(i));
      boolean here = x >= 0 && y >= 0;
      if (here) {
        stroke(joined ? lastX : x, joined ? lastY : y, x, y, index, path);
      }
      joined = here;
      lastX = x;
      lastY = y;
    }
    if (named > 1) {
      letters(path, index);
    }
  }

  /** The dots between two, after Bresenham. */
  private void stroke(int fromX, int fromY, int toX, int toY, int index, List<int[]> path) {
    int steps = Math.max(1, Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)));
    for (int i = 0; i <= steps; i++) {
      int x = fromX + (int) Math.round((double) (toX - fromX) * i / steps);
      int y = fromY + (int) Math.round((double) (toY - fromY) * i / steps);
      canvas.dot(x, y, sign(index), colours.start(index));
      path.add(new int[] {canvas.column(x), canvas.row(y)});
    }
  }

  /** A letter now and then along a line, each series at columns of its own. */
  private void letters(List<int[]> path, int index) {
    if (!canvas.hasDots() || path.isEmpty()) {
      return;
    }
    int apart = Math.max(named + 1, canvas.columns() / 3);
    int first = apart / 4 + index * Math.max(1, apart / (2 * named));
    int done = -1;
    for (int[] cell : path) {
      if (cell[0] % apart == first % apart && cell[0] != done) {
        canvas.put(cell[0], cell[1], sign(index), colours.start(index));
        done = cell[0];
      }
    }
    if (done < 0) {
      int[] middle = path.get(path.size() / 2);
      canvas.put(middle[0], middle[1], sign(index), colours.start(index));
    }
  }

  private void points(Mark.Points points, int index) {
    int size = Math.min(points.x().size(), points.y().size());
    boolean fine = named == 1 && size > MANY && canvas.hasDots();
    for (int i = 0; i < size; i++) {
      int x = x(points.x().get(i));
      int y = y(points.y().get(i));
      if (x < 0 || y < 0) {
        continue;
      }
      if (fine) {
        canvas.dot(x, y, sign(index), colours.start(index));
      } else {
        canvas.put(canvas.column(x), canvas.row(y), sign(index), colours.start(index));
      }
    }
  }

  private void spreads(Mark.Spreads spreads, int index, boolean overBars) {
    for (int i = 0; i < spreads.x().size(); i++) {
      int x = x(spreads.x().get(i));
      int low = within(spreads.low().get(i));
      int high = within(spreads.high().get(i));
      for (int y = high; x >= 0 && low >= 0 && high >= 0 && y <= low; y++) {
        if (overBars) {
          canvas.put(canvas.column(x), canvas.row(y), glyphs.upright(), "");
        } else {
          canvas.dot(x, y, glyphs.upright(), colours.start(index));
        }
      }
    }
  }

  private int within(double number) {
    double part = frame.y().clamped(number);
    return Double.isNaN(part) ? -1 : (int) Math.round((1 - part) * (canvas.height() - 1));
  }

  private void band(Mark.Band band, int index) {
    Coordinates x = band.x();
    int size = Math.min(x.size(), Math.min(band.low().size(), band.high().size()));
    for (int i = 0; i < size; i++) {
      int last = i + 1 < size ? i + 1 : i;
      int from = x(x.get(i));
      int to = x(x.get(last));
      boolean has =
          from >= 0
              && to >= 0
              && !Double.isNaN(band.low().get(i) + band.high().get(i))
              && !Double.isNaN(band.low().get(last) + band.high().get(last));
      for (int at = Math.min(from, to); has && at <= Math.max(from, to); at++) {
        double part = to == from ? 0 : (double) (at - from) / (to - from);
        int high = mixed(band.high().get(i), band.high().get(last), part);
        int low = mixed(band.low().get(i), band.low().get(last), part);
        for (int row = canvas.row(high); row <= canvas.row(low); row++) {
          canvas.background(canvas.column(at), row, glyphs.band(), colours.start(index));
        }
      }
    }
  }

  private int mixed(double a, double b, double part) {
    return (int) Math.round(within(a) * (1 - part) + within(b) * part);
  }

  private void bars(Mark.Bars bars, int index) {
    int cells = bars.sideways() ? canvas.rows() : canvas.columns();
    int length = (bars.sideways() ? canvas.columns() : canvas.rows()) * EIGHTHS;
    for (int i = 0; i < bars.from().size(); i++) {
      Scale across = bars.sideways() ? frame.y() : frame.x();
      Scale along = bars.sideways() ? frame.x() : frame.y();
      double one = across.clamped(bars.from().get(i));
      double other = across.clamped(bars.to().get(i));
      double base = along.clamped(bars.base().get(i));
      double top = along.clamped(bars.top().get(i));
      if (Double.isNaN(one + other + base + top)) {
        continue;
      }
      double start = bars.sideways() ? 1 - Math.max(one, other) : Math.min(one, other);
      double end = bars.sideways() ? 1 - Math.min(one, other) : Math.max(one, other);
      int first = (int) Math.ceil(start * cells - 0.5);
      int last = (int) Math.ceil(end * cells - 0.5) - 1;
      if (last < first) {
        first = Math.min(cells - 1, (int) ((start + end) / 2 * cells));
        last = first;
      }
      int low = (int) Math.round(Math.min(base, top) * length);
      int high = (int) Math.round(Math.max(base, top) * length);
      high = high == low && base != top ? low + 1 : high;
      for (int cell = first; cell <= last; cell++) {
        bar(bars.sideways(), cell, low, high, index);
      }
    }
  }

  /** One row or column of a bar, between two places in eighths of a cell. */
  private void bar(boolean sideways, int cell, int low, int high, int index) {
    for (int at = low / EIGHTHS; at * EIGHTHS < high; at++) {
      int from = Math.max(0, low - at * EIGHTHS);
      int to = Math.min(EIGHTHS, high - at * EIGHTHS);
      char character = part(sideways, from, to, index);
      if (character != ' ') {
        canvas.put(
            sideways ? at : cell,
            sideways ? cell : canvas.rows() - 1 - at,
            character,
            colours.start(index));
      }
    }
  }

  private char part(boolean sideways, int from, int to, int index) {
    char fill = glyphs.fill(frame.placeAmongBars(index));
    boolean fine = fill == '█';
    if (to - from == EIGHTHS || !fine) {
      return to - from >= EIGHTHS / 2 ? fill : ' ';
    }
    if (from == 0) {
      return (sideways ? FROM_LEFT : FROM_BELOW).charAt(to);
    }
    if (to == EIGHTHS) {
      char half = sideways ? '▐' : '▀';
      return to - from > 5 ? fill : to - from >= 2 ? half : sideways ? '▕' : '▔';
    }
    return sideways ? '│' : '─';
  }

  private void cells(Mark.Cells cells) {
    double[] x = Cells.edges(cells.x(), frame.chart().x().scale());
    double[] y = Cells.edges(cells.y(), frame.chart().y().scale());
    for (int row = 0; row < canvas.rows(); row++) {
      int cellRow = holding(y, frame.y(), 1 - (row + 0.5) / canvas.rows());
      for (int column = 0; column < canvas.columns(); column++) {
        int cellColumn = holding(x, frame.x(), (column + 0.5) / canvas.columns());
        int at = cellRow * cells.x().size() + cellColumn;
        if (cellRow >= 0 && cellColumn >= 0 && at < cells.value().size()) {
          double part = frame.onMap(cells.value().get(at));
          if (!Double.isNaN(part)) {
            canvas.background(column, row, shade(part), colours.ofMap(part));
          }
        }
      }
    }
  }

  private char shade(double part) {
    String shades = glyphs.shades();
    int step = (int) (Math.max(0, Math.min(1, part)) * shades.length());
    return shades.charAt(Math.min(shades.length() - 1, step));
  }

  private static int holding(double[] edges, Scale scale, double part) {
    for (int i = 0; i + 1 < edges.length; i++) {
      double one = scale.clamped(edges[i]);
      double other = scale.clamped(edges[i + 1]);
      if (part >= Math.min(one, other) && part <= Math.max(one, other)) {
        return i;
      }
    }
    return -1;
  }
}
