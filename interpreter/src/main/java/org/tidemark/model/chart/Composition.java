package org.tidemark.model.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.tidemark.check.PlotWishes;
import org.tidemark.check.PlotWishes.Side;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Series;

/** Several pieces as one chart, in the units of the first. */
public final class Composition {
  /** More crossings than this hide what they mark. */
  private static final int MOST_CROSSINGS = 12;

  private final List<Piece> pieces;
  private final PlotWishes wishes;
  private final Axis x;
  private final Axis y;

  private Composition(List<Piece> pieces, PlotWishes wishes) {
    this.pieces = pieces;
    this.wishes = wishes;
    this.x = common(Side.X);
    this.y = common(Side.Y);
  }

  /**
   * The chart.
   *
   * @param title where there is no wish for one
   * @throws Problem where they do not go along the same axes
   */
  public static Chart of(String title, List<Piece> pieces, PlotWishes wishes) {
    return new Composition(pieces, wishes).compose(title);
  }

  private Chart compose(String title) {
    List<Series> series = new ArrayList<>();
    List<Marker> markers = new ArrayList<>();
    Set<String> notes = new LinkedHashSet<>();
    List<Curve> curves = new ArrayList<>();
    for (Piece piece : pieces) {
      DoubleUnaryOperator alongX = conversion(piece.chart().x(), x);
      DoubleUnaryOperator alongY = conversion(piece.chart().y(), y);
      piece.chart().series().forEach(s -> series.add(converted(s, alongX, alongY)));
      piece.chart().markers().forEach(m -> add(converted(m, alongX, alongY), markers));
      notes.addAll(piece.chart().notes());
      DoubleUnaryOperator back = conversion(x, piece.chart().x());
      piece.curves().forEach(curve -> curves.add(curve.converted(alongX, back, alongY)));
    }
    List<Marker.Crossing> crossings = Crossings.of(curves, x);
    crossings.stream().limit(MOST_CROSSINGS).forEach(c -> PointedOut.addCrossing(c, x, markers));
    if (crossings.size() > MOST_CROSSINGS) {
      notes.add(
          "of " + crossings.size() + " crossings the first " + MOST_CROSSINGS + " are marked");
    }
    Chart chart =
        new Chart(
            wishes.title().orElse(title),
            x,
            y,
            x.scale() == Axis.Scale.CATEGORIES ? SideBySide.arranged(series) : series,
            List.copyOf(new LinkedHashSet<>(markers)),
            List.copyOf(notes));
    return LogarithmicAxes.fit(chart, wishes);
  }

  private static void add(Marker marker, List<Marker> markers) {
    if (marker instanceof Marker.Threshold threshold) {
      PointedOut.addThreshold(threshold, markers);
    } else {
      markers.add(marker);
    }
  }

  // ---- axes

  private static Axis axis(Piece piece, Side side) {
    return side == Side.X ? piece.chart().x() : piece.chart().y();
  }

  private Axis common(Side side) {
    Piece leading = pieces.get(0);
    for (Piece piece : pieces) {
      if (side == Side.Y && leading.fitsAnyY()) {
        leading = piece;
      }
    }
    Axis first = axis(leading, side);
    Axis.Scale scale = first.scale();
    boolean sameWords = true;
    List<String> names = new ArrayList<>(first.categories());
    for (Piece piece : pieces) {
      Axis other = axis(piece, side);
      boolean free = side == Side.Y && piece.fitsAnyY();
      if (!free && !alike(first, other)) {
        throw Problem.of(
                "E0552",
                "cannot draw "
                    + words(first)
                    + " and "
                    + words(other)
                    + " along one "
                    + (side == Side.X ? "x" : "y")
                    + " axis")
            .withHelp("draw them in two plots, or divide each by a reference of its own");
      }
      sameWords &= other.label().equals(first.label());
      scale = other.scale() == Axis.Scale.LOG ? Axis.Scale.LOG : scale;
      other.categories().stream().filter(name -> !names.contains(name)).forEach(names::add);
    }
    boolean numbers = scale == Axis.Scale.LINEAR || scale == Axis.Scale.LOG;
    if (numbers && wishes.logarithmic(side).isPresent()) {
      scale = wishes.logarithmic(side).get() ? Axis.Scale.LOG : Axis.Scale.LINEAR;
    }
    String own = sameWords || side == Side.X ? first.label() : measured(first);
    return new Axis(wishes.label(side).orElse(own), first.unit(), scale, names);
  }

  private static boolean alike(Axis a, Axis b) {
    return kind(a) == kind(b) && unit(a).dimension().equals(unit(b).dimension());
  }

  private static Axis.Scale kind(Axis axis) {
    return axis.scale() == Axis.Scale.LOG ? Axis.Scale.LINEAR : axis.scale();
  }

  private static UnitExpression unit(Axis axis) {
    return axis.unit().orElse(UnitExpression.NONE);
  }

  /** What an axis measures, where what is drawn along it has names of its own. */
  private static String measured(Axis axis) {
    return axis.unit().map(Composition::measured).orElse("");
  }

  /** What a unit measures, in words; nothing for pure numbers. */
  static String measured(UnitExpression unit) {
    return unit.dimension().isNone() ? "" : unit.dimension().describe();
  }

  private static String words(Axis axis) {
    return switch (axis.scale()) {
      case DATES -> "dates";
      case CATEGORIES -> "names";
      default -> axis.unit().map(UnitExpression::text).orElse("pure numbers");
    };
  }

  // ---- units

  private static DoubleUnaryOperator conversion(Axis from, Axis to) {
    if (from.scale() == Axis.Scale.CATEGORIES) {
      return from.categories().equals(to.categories())
          ? DoubleUnaryOperator.identity()
          : place -> moved(place, from, to);
    }
    UnitExpression have = unit(from);
    UnitExpression want = unit(to);
    boolean same = have.equals(want) || !have.dimension().equals(want.dimension());
    return same ? DoubleUnaryOperator.identity() : v -> want.fromBase(have.toBase(v));
  }

  /** A place among some names as a place among others; bars reach to both sides of it. */
  private static double moved(double place, Axis from, Axis to) {
    long name = Math.round(place);
    return Double.isNaN(place) || name < 0 || name >= from.categories().size()
        ? place
        : to.categories().indexOf(from.categories().get((int) name)) + (place - name);
  }

  private static Series converted(Series series, DoubleUnaryOperator x, DoubleUnaryOperator y) {
    return new Series(
        series.name(), series.marks().stream().map(mark -> converted(mark, x, y)).toList());
  }

  private static Mark converted(Mark mark, DoubleUnaryOperator x, DoubleUnaryOperator y) {
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

  private static Marker converted(Marker marker, DoubleUnaryOperator x, DoubleUnaryOperator y) {
    if (marker instanceof Marker.Threshold threshold) {
      double at = (threshold.level() ? y : x).applyAsDouble(threshold.at());
      return new Marker.Threshold(threshold.level(), at, threshold.label());
    }
    Marker.Crossing crossing = (Marker.Crossing) marker;
    return new Marker.Crossing(
        x.applyAsDouble(crossing.x()), y.applyAsDouble(crossing.y()), crossing.label());
  }
}
