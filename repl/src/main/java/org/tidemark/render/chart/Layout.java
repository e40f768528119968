package org.tidemark.render.chart;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Chart;

/**
 * Where everything of a chart goes, in pixels from the upper left: title, legend, the label of the
 * y axis, the plot, the labels of the x axis, notes, from above to below.
 */
final class Layout {
  static final double FONT = 13;
  static final double SMALL_FONT = 12;
  static final double TITLE_FONT = 16;
  static final double MARGIN = 12;

  /** How much wider letters are in bold. */
  private static final double BOLD = 1.15;

  /** Of a sample of a series in the legend. */
  static final double SAMPLE = 26;

  private static final double LINE = 18;
  private static final double TITLE_LINE = 21;
  private static final double NOTE_LINE = 16;
  private static final double GAP = 8;
  private static final int TITLE_LINES = 3;
  private static final int NOTE_LINES = 3;
  private static final int LEGEND_ROWS = 4;
  private static final double ENTRY = 240;

  /** What a plain chart needs above and below its plot. */
  private static final double AROUND = 96;

  private static final double LOWEST_PLOT = 80;
  private static final double NARROWEST_PLOT = 60;

  /** Names turned by {@link #TURN} degrees get so much room at most. */
  private static final double TURNED = 130;

  static final double TURN = -35;

  /** How wide the strip of colours beside a map is. */
  static final double STRIP = 14;

  /** Words at a place: {@code anchor} is start, middle or end. */
  record Words(double x, double y, String anchor, double turn, Dress dress, String text) {}

  /** A series of the legend, {@code y} in the middle of the row. */
  record Entry(double x, double y, int series) {}

  private final Frame frame;
  private final double width;
  private final double plotHeight;
  private double height;
  private double left;
  private double right;
  private double top;
  private double bottom;
  private Ticks xTicks;
  private Ticks yTicks;
  private Ticks mapTicks = new Ticks(List.of(), List.of());
  private final List<Words> words = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();

  Layout(Frame frame, int width, int height) {
    this.frame = frame;
    this.width = width;
    this.plotHeight = Math.max(LOWEST_PLOT, height - AROUND);
    layOut();
  }

  private void layOut() {
    Chart chart = frame.chart();
    double y = MARGIN;
    for (String line : wrapped(chart.title(), TITLE_FONT * BOLD, TITLE_LINES)) {
      y += TITLE_LINE;
      words.add(new Words(MARGIN, y - 6, "start", 0, Dress.TITLE, line));
    }
    y = legend(y);
    y = captions(y);
    top = y + GAP;
    bottom = top + plotHeight;
    sides();
    y = belowPlot();
    for (String note : chart.notes()) {
      for (String line : wrapped(note, SMALL_FONT, NOTE_LINES)) {
        y += NOTE_LINE;
        words.add(new Words(MARGIN, y - 4, "start", 0, Dress.SMALL, line));
      }
    }
    height = Math.ceil(y + GAP);
  }

  private List<String> wrapped(String text, double font, int lines) {
    return TextWidth.wrapped(text, font, width - 2 * MARGIN, lines);
  }

  private double legend(double above) {
    List<Integer> named = frame.legend();
    double x = MARGIN;
    double y = above;
    int row = 0;
    for (int i = 0; i < named.size(); i++) {
      String full = frame.chart().series().get(named.get(i)).name();
      String name = TextWidth.elidedInside(full, FONT, Math.min(ENTRY, width / 2));
      double taken = SAMPLE + 6 + TextWidth.of(name, FONT) + 16;
      boolean wraps = x + taken - 16 > width - MARGIN && x > MARGIN;
      boolean isFull = wraps && row == LEGEND_ROWS - 1;
      if (isFull) {
        y += LINE;
        words.add(left(y + LINE - 5, Dress.SOFT, "and " + (named.size() - i) + " more"));
        break;
      }
      if (wraps) {
        x = MARGIN;
        y += LINE;
        row++;
      }
      entries.add(new Entry(x, y + LINE / 2, named.get(i)));
      words.add(new Words(x + SAMPLE + 6, y + LINE - 5, "start", 0, Dress.TEXT, name));
      x += taken;
    }
    return named.isEmpty() ? y : y + LINE + 2;
  }

  private static Words left(double y, Dress dress, String text) {
    return new Words(MARGIN, y, "start", 0, dress, text);
  }

  /** The label of the y axis and that of a map's colours share a line above the plot. */
  private double captions(double above) {
    String label = frame.chart().y().title();
    String colours = frame.map().map(cells -> cells.scale().title()).orElse("");
    if (label.isBlank() && colours.isBlank()) {
      return above;
    }
    double room = width - 2 * MARGIN;
    double share = label.isBlank() || colours.isBlank() ? room : room / 2 - GAP;
    double y = above + LINE - 4;
    if (!label.isBlank()) {
      words.add(left(y, Dress.SOFT, TextWidth.elided(label, FONT, share)));
    }
    if (!colours.isBlank()) {
      words.add(
          new Words(
              width - MARGIN, y, "end", 0, Dress.SOFT, TextWidth.elided(colours, FONT, share)));
    }
    return above + LINE;
  }

  private void sides() {
    Axis yAxis = frame.chart().y();
    boolean names = yAxis.scale() == Axis.Scale.CATEGORIES;
    double most = Math.max(2, Math.min(names ? 60 : 9, plotHeight / (names ? 17 : 38)));
    yTicks = ticks(yAxis, frame.yRange(), (int) most);
    double widest = 0;
    for (Tick tick : yTicks.labelled()) {
      widest = Math.max(widest, TextWidth.of(yLabel(tick), FONT));
    }
    left = MARGIN + widest + GAP;
    right = width - MARGIN - 4;
    if (frame.map().isPresent()) {
      mapTicks =
          ticks(
              frame.map().get().scale(),
              frame.mapRange(),
              (int) Math.max(2, Math.min(9, plotHeight / 38)));
      double widestColour = 0;
      for (Tick tick : mapTicks.labelled()) {
        widestColour = Math.max(widestColour, TextWidth.of(tick.label(), FONT));
      }
      right = width - MARGIN - widestColour - 6 - STRIP - 2 * GAP;
    }
    right = Math.max(right, left + NARROWEST_PLOT);
    for (Tick tick : yTicks.labelled()) {
      words.add(new Words(left - GAP, y(tick.at()) + 4.5, "end", 0, Dress.SOFT, yLabel(tick)));
    }
    Scale colours = Scale.of(frame.map().map(c -> c.scale()).orElse(yAxis), frame.mapRange());
    for (Tick tick : mapTicks.labelled()) {
      double at = bottom - colours.at(tick.at()) * plotHeight;
      words.add(new Words(stripLeft() + STRIP + 6, at + 4.5, "start", 0, Dress.SOFT, tick.label()));
    }
  }

  /** None where nothing is drawn, and a range would be made up. */
  private Ticks ticks(Axis axis, Range range, int most) {
    return frame.isEmpty() ? new Ticks(List.of(), List.of()) : Ticks.of(axis, range, most, false);
  }

  private String yLabel(Tick tick) {
    return TextWidth.elidedInside(tick.label(), FONT, width * 0.35);
  }

  /** Labels along the lower side; returns how far down they reach. */
  private double belowPlot() {
    Axis axis = frame.chart().x();
    double y = bottom + GAP + FONT;
    double room = right - left;
    if (axis.scale() == Axis.Scale.CATEGORIES) {
      y = names(axis, y, room);
    } else {
      int most = (int) Math.max(2, Math.min(12, room / 56));
      xTicks = ticks(axis, frame.xRange(), most);
      List<Words> labels = xLabels(y);
      while (most > 2 && overlap(labels)) {
        most--;
        xTicks = ticks(axis, frame.xRange(), most);
        labels = xLabels(y);
      }
      words.addAll(overlap(labels) ? labels.subList(0, Math.min(1, labels.size())) : labels);
    }
    y += 4;
    if (!axis.title().isBlank()) {
      String title = TextWidth.elided(axis.title(), FONT, width - 2 * MARGIN);
      double half = TextWidth.of(title, FONT) / 2;
      double middle = Math.min((left + right) / 2, width - MARGIN - half);
      y += LINE;
      words.add(new Words(Math.max(middle, MARGIN + half), y - 3, "middle", 0, Dress.SOFT, title));
    }
    return y + 2;
  }

  private double names(Axis axis, double y, double room) {
    int count = Math.max(1, axis.categories().size());
    xTicks = ticks(axis, frame.xRange(), count);
    List<Words> labels = xLabels(y);
    if (!overlap(labels)) {
      words.addAll(labels);
      return y;
    }
    xTicks = ticks(axis, frame.xRange(), (int) Math.max(2, Math.min(count, room / 17)));
    double deepest = 0;
    double sine = Math.abs(StrictMath.sin(Math.toRadians(TURN)));
    for (Tick tick : xTicks.labelled()) {
      double leftOf = x(tick.at()) / StrictMath.cos(Math.toRadians(TURN));
      String name = TextWidth.elidedInside(tick.label(), FONT, Math.min(TURNED, leftOf - MARGIN));
      deepest = Math.max(deepest, TextWidth.of(name, FONT) * sine);
      words.add(new Words(x(tick.at()) + 4, y - 2, "end", TURN, Dress.SOFT, name));
    }
    return y + deepest;
  }

  private List<Words> xLabels(double y) {
    List<Words> labels = new ArrayList<>();
    for (Tick tick : xTicks.labelled()) {
      double half = TextWidth.of(tick.label(), FONT) / 2;
      double middle = Math.max(half + 2, Math.min(x(tick.at()), width - half - 2));
      labels.add(new Words(middle, y, "middle", 0, Dress.SOFT, tick.label()));
    }
    return labels;
  }

  private static boolean overlap(List<Words> labels) {
    double end = Double.NEGATIVE_INFINITY;
    for (Words label : labels) {
      double half = TextWidth.of(label.text(), FONT) / 2;
      if (label.x() - half < end + GAP) {
        return true;
      }
      end = label.x() + half;
    }
    return false;
  }

  /** Pixels from the left for a number of the x axis; not a number where it has no place. */
  double x(double number) {
    return left + frame.x().at(number) * (right - left);
  }

  /** Pixels from above for a number of the y axis; not a number where it has no place. */
  double y(double number) {
    return bottom - frame.y().at(number) * (bottom - top);
  }

  /** As {@link #x}, but what has no place is at the edge that is next to it. */
  double xWithin(double number) {
    return left + frame.x().clamped(number) * (right - left);
  }

  /** As {@link #y}, but what has no place is at the edge that is next to it. */
  double yWithin(double number) {
    return bottom - frame.y().clamped(number) * (bottom - top);
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  double left() {
    return left;
  }

  double right() {
    return right;
  }

  double top() {
    return top;
  }

  double bottom() {
    return bottom;
  }

  /** Where the strip of colours beside a map starts. */
  double stripLeft() {
    return right + 2 * GAP;
  }

  Ticks xTicks() {
    return xTicks;
  }

  Ticks yTicks() {
    return yTicks;
  }

  List<Words> words() {
    return words;
  }

  List<Entry> entries() {
    return entries;
  }
}
