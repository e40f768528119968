package org.tidemark.render.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tidemark.render.PlainText;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Series;

/**
 * Charts as lines of text: curves in dots, bars in blocks, series told apart by letters or fillings
 * and, where asked for, by colours. Fits terminals from 40 columns and 10 rows on.
 */
public final class TerminalChart {
  private static final int NARROWEST = 40;
  private static final int LOWEST = 10;
  private static final int LOWEST_PLOT = 3;

  private final Frame frame;
  private final Chart chart;
  private final int columns;
  private final int rows;
  private final Glyphs glyphs;
  private final Colours colours;
  private final List<String> above = new ArrayList<>();
  private final List<String> below = new ArrayList<>();

  private TerminalChart(Chart chart, int columns, int rows, Glyphs glyphs, Colours colours) {
    this.frame = new Frame(chart);
    this.chart = chart;
    this.columns = Math.max(NARROWEST, columns);
    this.rows = Math.max(LOWEST, rows);
    this.glyphs = glyphs;
    this.colours = colours;
  }

  /** As with {@link Glyphs#UNICODE}. */
  public static List<String> of(Chart chart, int columns, int rows, Colours colours) {
    return of(chart, columns, rows, Glyphs.UNICODE, colours);
  }

  /**
   * The chart's lines, without line ends, from above to below.
   *
   * @param columns at most so many, but at least 40
   * @param rows about so many lines, but at least 10; notes come on top of them
   */
  public static List<String> of(
      Chart chart, int columns, int rows, Glyphs glyphs, Colours colours) {
    return new TerminalChart(chart, columns, rows, glyphs, colours).lines();
  }

  private List<String> lines() {
    if (!chart.title().isBlank()) {
      above.add(colours.bold() + fitting(chart.title(), columns) + colours.end());
    }
    if (frame.isEmpty()) {
      above.add("nothing to draw");
      notes();
      above.addAll(below);
      return above;
    }
    legend();
    if (!chart.y().title().isBlank()) {
      above.add(fitting(chart.y().title(), columns));
    }
    int plotRows =
        Math.max(LOWEST_PLOT, rows - above.size() - (chart.x().title().isBlank() ? 2 : 3));
    Ticks yTicks = yTicks(plotRows);
    int margin = 1;
    for (Tick tick : yTicks.labelled()) {
      margin = Math.max(margin, PlainText.width(yLabel(tick)));
    }
    Canvas canvas = new Canvas(columns - margin - 2, plotRows, !glyphs.isAscii());
    TerminalMarks marks = new TerminalMarks(frame, canvas, glyphs, colours);
    draw(canvas, marks);
    List<String> lines = new ArrayList<>(above);
    plot(canvas, marks, yTicks, margin, lines);
    lowerSide(canvas, marks, margin, lines);
    notes();
    lines.addAll(below);
    return lines;
  }

  /** Text that takes so many columns at most, without what a terminal would obey. */
  private String fitting(String text, int room) {
    String plain = PlainText.lines(text.replace('\n', ' ').replace('\t', ' '));
    String shown = glyphs.text(plain);
    return PlainText.width(shown) <= room
        ? shown
        : glyphs.text(PlainText.elided(shown, roomFor(room)));
  }

  /** An ellipsis in ASCII takes three columns. */
  private int roomFor(int room) {
    return glyphs.isAscii() ? Math.max(1, room - 2) : room;
  }

  /** As {@link #fitting}, but names keep their ends, by which they often differ. */
  private String fittingName(String name, int room) {
    String text = fitting(name, Integer.MAX_VALUE);
    return PlainText.width(text) <= room
        ? text
        : glyphs.text(PlainText.elidedInside(text, roomFor(room)));
  }

  private void legend() {
    List<Integer> named = frame.legend();
    TerminalMarks marks = new TerminalMarks(frame, new Canvas(1, 1, true), glyphs, colours);
    int lines = rows < 20 ? 1 : 2;
    StringBuilder line = new StringBuilder();
    int taken = 0;
    for (int i = 0; i < named.size(); i++) {
      Series series = chart.series().get(named.get(i));
      String name = fittingName(series.name(), Math.min(30, columns / 2));
      String more = "and " + (named.size() - i) + " more";
      int needed = PlainText.width(name) + 5;
      int kept = i + 1 < named.size() && lines == 1 ? more.length() : 0;
      if (taken + needed + kept > columns) {
        if (lines == 1) {
          line.append(more);
          break;
        }
        above.add(line.toString().stripTrailing());
        lines--;
        line.setLength(0);
        taken = 0;
      }
      line.append(marks.sample(series, named.get(i))).append(' ').append(name).append("   ");
      taken += needed;
    }
    if (line.length() > 0) {
      above.add(line.toString().stripTrailing());
    }
    frame
        .map()
        .ifPresent(
            cells ->
                above.add(
                    fitting(
                        cells.scale().title()
                            + (cells.scale().title().isEmpty() ? "" : ": ")
                            + glyphs.shades()
                            + " from "
                            + AxisText.of(cells.scale(), frame.mapRange().low())
                            + " to "
                            + AxisText.of(cells.scale(), frame.mapRange().high()),
                        columns)));
  }

  private Ticks yTicks(int plotRows) {
    boolean names = chart.y().scale() == Axis.Scale.CATEGORIES;
    int most = names ? plotRows : Math.max(2, Math.min(9, (plotRows + 2) / 3));
    return Ticks.of(chart.y(), frame.yRange(), Math.max(2, most), glyphs.isAscii());
  }

  private String yLabel(Tick tick) {
    return fittingName(tick.label(), columns / 3);
  }

  private void draw(Canvas canvas, TerminalMarks marks) {
    List<Series> series = chart.series();
    for (int i = 0; i < series.size(); i++) {
      marks.areas(series.get(i), i);
    }
    frame.thresholds().forEach(threshold -> rule(canvas, marks, threshold));
    for (int i = 0; i < series.size(); i++) {
      marks.strokes(series.get(i), i);
    }
    frame.thresholds().forEach(threshold -> name(canvas, marks, threshold));
    for (Marker.Crossing crossing : frame.crossings()) {
      int x = marks.x(crossing.x());
      int y = marks.y(crossing.y());
      if (x >= 0 && y >= 0) {
        canvas.put(canvas.column(x), canvas.row(y), glyphs.crossing(), colours.bold());
      }
      String label = crossing.label().isBlank() ? "" : crossing.label() + ": ";
      // some labels say where themselves
      String place = label.contains(" at ") ? "" : " at " + AxisText.of(chart.x(), crossing.x());
      below.add(
          fitting(
              glyphs.crossing() + " " + label + AxisText.of(chart.y(), crossing.y()) + place,
              columns));
    }
  }

  private void rule(Canvas canvas, TerminalMarks marks, Marker.Threshold threshold) {
    int at = threshold.level() ? marks.y(threshold.at()) : marks.x(threshold.at());
    if (at < 0) {
      return;
    }
    int length = threshold.level() ? canvas.columns() : canvas.rows();
    for (int i = 0; i < length; i++) {
      int column = threshold.level() ? i : canvas.column(at);
      int row = threshold.level() ? canvas.row(at) : i;
      if (canvas.at(column, row) == ' ' || canvas.at(column, row) == glyphs.band()) {
        canvas.background(
            column, row, threshold.level() ? glyphs.levelRule() : glyphs.uprightRule(), "");
      }
    }
  }

  /** Writes what a threshold is on it or beside it; under the plot where neither has room. */
  private void name(Canvas canvas, TerminalMarks marks, Marker.Threshold threshold) {
    int at = threshold.level() ? marks.y(threshold.at()) : marks.x(threshold.at());
    String label = fitting(threshold.label(), canvas.columns() / 2);
    int width = PlainText.width(label);
    boolean simple = width == label.length();
    if (at >= 0 && simple && !label.isBlank()) {
      if (threshold.level()) {
        int row = canvas.row(at);
        for (int start = canvas.columns() - width - 1; start > 0; start--) {
          if (isFree(canvas, start - 1, row, width + 2)) {
            write(canvas, start, row, label);
            return;
          }
        }
      } else {
        int column = canvas.column(at);
        for (int row = 0; row < canvas.rows(); row++) {
          for (int start : new int[] {column + 2, column - width - 1}) {
            if (isFree(canvas, start - 1, row, width + 2)) {
              write(canvas, start, row, label);
              return;
            }
          }
        }
      }
    }
    if (!label.isBlank()) {
      Axis axis = threshold.level() ? chart.y() : chart.x();
      char sign = threshold.level() ? glyphs.levelRule() : glyphs.uprightRule();
      below.add(
          fitting(
              sign + " " + valued(threshold.label(), AxisText.of(axis, threshold.at())), columns));
    }
  }

  /** A label with its number, unless it says one itself. */
  private static String valued(String label, String value) {
    return label.chars().anyMatch(Character::isDigit) ? label : label + ": " + value;
  }

  private boolean isFree(Canvas canvas, int start, int row, int width) {
    if (start < 0 || start + width > canvas.columns()) {
      return false;
    }
    for (int i = 0; i < width; i++) {
      char c = canvas.at(start + i, row);
      if (c != ' ' && c != glyphs.levelRule() && c != glyphs.uprightRule()) {
        return false;
      }
    }
    return true;
  }

  private static void write(Canvas canvas, int start, int row, String label) {
    for (int i = 0; i < label.length(); i++) {
      canvas.put(start + i, row, label.charAt(i), "");
    }
  }

  private void plot(
      Canvas canvas, TerminalMarks marks, Ticks ticks, int margin, List<String> lines) {
    String[] labels = new String[canvas.rows()];
    for (Tick tick : ticks.labelled()) {
      int y = marks.y(tick.at());
      if (y >= 0 && labels[canvas.row(y)] == null) {
        labels[canvas.row(y)] = yLabel(tick);
      }
    }
    for (int row = 0; row < canvas.rows(); row++) {
      String label = labels[row] == null ? "" : labels[row];
      StringBuilder line = new StringBuilder(PlainText.padLeft(label, margin)).append(' ');
      line.append(labels[row] == null ? glyphs.upright() : glyphs.uprightTick());
      canvas.append(line, row, colours.end());
      lines.add(line.toString().stripTrailing());
    }
  }

  private void lowerSide(Canvas canvas, TerminalMarks marks, int margin, List<String> lines) {
    int most = Math.max(2, Math.min(12, canvas.columns() / 7));
    if (chart.x().scale() == Axis.Scale.CATEGORIES) {
      most = Math.max(2, Math.min(canvas.columns() / 4, chart.x().categories().size()));
    }
    Ticks ticks = Ticks.of(chart.x(), frame.xRange(), most, glyphs.isAscii());
    String labels = labels(canvas, marks, ticks, margin);
    while (labels == null && most > 2) {
      most--;
      ticks = Ticks.of(chart.x(), frame.xRange(), most, glyphs.isAscii());
      labels = labels(canvas, marks, ticks, margin);
    }
    char[] axis = new char[canvas.columns()];
    Arrays.fill(axis, glyphs.level());
    for (Tick tick : labels == null ? List.<Tick>of() : ticks.labelled()) {
      axis[canvas.column(marks.x(tick.at()))] = glyphs.levelTick();
    }
    lines.add(" ".repeat(margin + 1) + glyphs.corner() + new String(axis));
    lines.add(labels == null ? "" : labels);
    if (!chart.x().title().isBlank()) {
      String title = fitting(chart.x().title(), columns);
      int middle = margin + 2 + (canvas.columns() - PlainText.width(title)) / 2;
      lines.add(" ".repeat(Math.max(0, middle)) + title);
    }
  }

  /** The line of labels; null where they would run into each other. */
  private String labels(Canvas canvas, TerminalMarks marks, Ticks ticks, int margin) {
    boolean names = chart.x().scale() == Axis.Scale.CATEGORIES;
    int share = canvas.columns() / Math.max(1, ticks.labelled().size()) - 1;
    StringBuilder line = new StringBuilder();
    int end = 0;
    for (Tick tick : ticks.labelled()) {
      String label =
          names ? fittingName(tick.label(), Math.max(4, share)) : glyphs.text(tick.label());
      int width = PlainText.width(label);
      int middle = margin + 2 + canvas.column(marks.x(tick.at()));
      int start = Math.max(0, Math.min(middle - width / 2, columns - width));
      if (start < end + 1 && end > 0) {
        return null;
      }
      line.append(" ".repeat(start - end)).append(label);
      end = start + width;
    }
    return line.toString();
  }

  private void notes() {
    for (String note : chart.notes()) {
      String rest = glyphs.text(PlainText.lines(note.replace('\n', ' ')));
      while (!rest.isEmpty()) {
        int end = lineEnd(rest);
        below.add(rest.substring(0, end).stripTrailing());
        rest = rest.substring(end).stripLeading();
      }
    }
  }

  private int lineEnd(String text) {
    int end = 0;
    int taken = 0;
    int gap = -1;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      taken += PlainText.width(text.substring(end, next));
      if (taken > columns) {
        return gap > 0 ? gap : end;
      }
      gap = text.charAt(end) == ' ' ? end : gap;
      end = next;
    }
    return end;
  }
}
