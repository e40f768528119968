package org.tidemark.model.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.tidemark.check.PlotWishes.Form;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Mark;

/** Numbers as what is drawn for them, and that at other places. */
final class Marks {
  /** So many joined points are few enough to be marked one by one. */
  private static final int FEW = 60;

  /** How much of the room between two bars the bars take. */
  private static final double FILLED = 0.8;

  private Marks() {}

  /** Numbers in a form. */
  static List<Mark> of(Form form, double[] x, double[] y) {
    return switch (form) {
      case POINTS -> List.of(new Mark.Points(Coordinates.of(x), Coordinates.of(y)));
      case LINES -> List.of(new Mark.Line(Coordinates.of(x), Coordinates.of(y)));
      case STEPS -> List.of(stairs(x, y));
      case BARS -> List.of(bars(x, y, 0, 1));
    };
  }

  /** Numbers joined by lines, each marked where they are few. */
  static List<Mark> joined(double[] x, double[] y) {
    List<Mark> marks = new ArrayList<>(of(Form.LINES, x, y));
    if (x.length <= FEW) {
      marks.addAll(of(Form.POINTS, x, y));
    }
    return marks;
  }

  private static Mark stairs(double[] x, double[] y) {
    double[] across = new double[Math.max(0, 2 * x.length - 1)];
    double[] up = new double[across.length];
    for (int i = 0; i < x.length; i++) {
      across[2 * i] = x[i];
      up[2 * i] = y[i];
      if (i + 1 < x.length) {
        across[2 * i + 1] = x[i + 1];
        up[2 * i + 1] = y[i];
      }
    }
    return new Mark.Line(Coordinates.of(across), Coordinates.of(up));
  }

  /**
   * Bars from zero.
   *
   * @param place among those that stand side by side, from 0 on
   * @param several how many stand side by side
   */
  static Mark.Bars bars(double[] x, double[] y, int place, int several) {
    double room = spacing(x) * FILLED;
    double each = room / several;
    double[] from = new double[x.length];
    double[] to = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      from[i] = x[i] - room / 2 + place * each;
      to[i] = from[i] + each;
    }
    return new Mark.Bars(
        Coordinates.of(from),
        Coordinates.of(to),
        Coordinates.of(new double[x.length]),
        Coordinates.of(y),
        false);
  }

  /** A mark at other places, those in another unit for instance. */
  static Mark moved(Mark mark, DoubleUnaryOperator x, DoubleUnaryOperator y) {
    if (mark instanceof Mark.Line line) {
      return new Mark.Line(line.x().map(x), line.y().map(y));
    }
    if (mark instanceof Mark.Points points) {
      return new Mark.Points(points.x().map(x), points.y().map(y));
    }
    if (mark instanceof Mark.Band band) {
      return new Mark.Band(band.x().map(x), band.low().map(y), band.high().map(y));
    }
    if (mark instanceof Mark.Spreads spreads) {
      return new Mark.Spreads(spreads.x().map(x), spreads.low().map(y), spreads.high().map(y));
    }
    if (mark instanceof Mark.Bars bars) {
      return bars.sideways()
          ? new Mark.Bars(
              bars.from().map(y), bars.to().map(y), bars.base().map(x), bars.top().map(x), true)
          : new Mark.Bars(
              bars.from().map(x), bars.to().map(x), bars.base().map(y), bars.top().map(y), false);
    }
    Mark.Cells cells = (Mark.Cells) mark;
    return new Mark.Cells(cells.x().map(x), cells.y().map(y), cells.value(), cells.scale());
  }

  private static double spacing(double[] x) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < sorted.length; i++) {
      double distance = sorted[i] - sorted[i - 1];
      least = distance > 0 ? Math.min(least, distance) : least;
    }
    return least < Double.POSITIVE_INFINITY ? least : 1;
  }
}
