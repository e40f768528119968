package org.tidemark.model.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.tidemark.check.PlotWishes;
import org.tidemark.check.PlotWishes.Side;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Series;

/**
 * Zero and less have no place on a logarithmic axis: one that nobody asked for becomes linear, and
 * for one that is wished for they are left out and counted.
 */
final class LogarithmicAxes {
  private LogarithmicAxes() {}

  static Chart fit(Chart chart, PlotWishes wishes) {
    Chart across = fit(chart, Side.X, wishes.logarithmic(Side.X).orElse(false));
    return fit(across, Side.Y, wishes.logarithmic(Side.Y).orElse(false));
  }

  private static Chart fit(Chart chart, Side side, boolean wished) {
    Axis axis = side == Side.X ? chart.x() : chart.y();
    if (axis.scale() != Axis.Scale.LOG) {
      return chart;
    }
    long without =
        chart.series().stream()
            .flatMap(series -> series.marks().stream())
            .flatMapToDouble(mark -> numbers(mark, side))
            .filter(v -> v <= 0)
            .count();
    if (without == 0) {
      return chart;
    }
    if (!wished) {
      return with(
          chart,
          side,
          new Axis(axis.label(), axis.unit(), Axis.Scale.LINEAR, List.of()),
          chart.series(),
          chart.notes());
    }
    List<String> notes = new ArrayList<>(chart.notes());
    notes.add(
        without
            + (without == 1 ? " point has" : " points have")
            + " no place on the logarithmic axis: zero or less");
    List<Series> kept =
        chart.series().stream()
            .map(s -> new Series(s.name(), s.marks().stream().map(m -> kept(m, side)).toList()))
            .toList();
    return with(chart, side, axis, kept, notes);
  }

  private static Chart with(
      Chart chart, Side side, Axis axis, List<Series> series, List<String> notes) {
    return new Chart(
        chart.title(),
        side == Side.X ? axis : chart.x(),
        side == Side.Y ? axis : chart.y(),
        series,
        chart.markers(),
        notes);
  }

  /** Numbers that stand for points; where a bar begins is no point. */
  private static DoubleStream numbers(Mark mark, Side side) {
    if (mark instanceof Mark.Line line) {
      return (side == Side.X ? line.x() : line.y()).stream();
    }
    if (mark instanceof Mark.Points points) {
      return (side == Side.X ? points.x() : points.y()).stream();
    }
    if (mark instanceof Mark.Band band) {
      return (side == Side.X ? band.x() : band.low()).stream();
    }
    if (mark instanceof Mark.Spreads spreads) {
      return (side == Side.X ? spreads.x() : spreads.low()).stream();
    }
    if (mark instanceof Mark.Bars bars) {
      boolean along = (side == Side.Y) != bars.sideways();
      return (along ? bars.top() : bars.from()).stream();
    }
    Mark.Cells cells = (Mark.Cells) mark;
    return (side == Side.X ? cells.x() : cells.y()).stream();
  }

  private static Mark kept(Mark mark, Side side) {
    DoubleUnaryOperator positive = v -> v > 0 ? v : Double.NaN;
    DoubleUnaryOperator x = side == Side.X ? positive : DoubleUnaryOperator.identity();
    DoubleUnaryOperator y = side == Side.Y ? positive : DoubleUnaryOperator.identity();
    // bars begin at 0, and a map covers what its cells say
    boolean whole = mark instanceof Mark.Bars || mark instanceof Mark.Cells;
    return whole ? mark : Marks.moved(mark, x, y);
  }
}
