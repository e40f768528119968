package org.tidemark.model.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Series;
import org.tidemark.spi.value.Distribution;

/**
 * An uncertain value: how dense its probability lies, with the median and the middle 90 %. What has
 * a probability of its own at some numbers is drawn as bars.
 */
final class SpreadDrawing {
  /** The tails that are not drawn, on either side. */
  private static final double TAIL = 0.005;

  private static final int POINTS = 200;
  private static final int MOST_ATOMS = 40;
  private static final int BINS = 40;
  private static final int DIGITS = 3;

  private final String name;
  private final Distribution distribution;
  private final UnitExpression unit;

  private SpreadDrawing(String name, Distribution distribution, UnitExpression unit) {
    this.name = name;
    this.distribution = distribution;
    this.unit = unit;
  }

  static Chart of(String name, Distribution distribution, UnitExpression unit) {
    return new SpreadDrawing(name, distribution, unit).draw();
  }

  private Chart draw() {
    double[] atoms = atoms();
    if (atoms.length > 0 && atoms.length <= MOST_ATOMS) {
      return discrete(atoms);
    }
    double low = distribution.quantile(TAIL);
    double high = distribution.quantile(1 - TAIL);
    if (!(low < high) || !Double.isFinite(low) || !Double.isFinite(high)) {
      throw Problem.of("E0558", "there is nothing to draw of " + name + ": it does not vary")
          .withHelp("show it instead");
    }
    return atoms.length > 0 ? histogram(low, high) : density(low, high);
  }

  /** The values that have a probability of their own, as far as quantiles meet them. */
  private double[] atoms() {
    double[] met = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      met[i] = distribution.quantile((i + 0.5) / POINTS);
    }
    return Arrays.stream(met).distinct().filter(v -> weight(v) > 1e-9).toArray();
  }

  private double weight(double value) {
    return distribution.cumulative(value) - distribution.cumulative(Math.nextDown(value));
  }

  private Chart discrete(double[] atoms) {
    double[] weights = Arrays.stream(atoms).map(this::weight).toArray();
    double[] x = Arrays.stream(atoms).map(unit::fromBase).toArray();
    return chart(
        Axis.of("probability", UnitExpression.NONE, Axis.Scale.LINEAR),
        List.of(Marks.bars(x, weights, 0, 1)),
        List.of());
  }

  private Chart histogram(double low, double high) {
    double[] from = new double[BINS];
    double[] to = new double[BINS];
    double[] top = new double[BINS];
    for (int i = 0; i < BINS; i++) {
      double a = low + (high - low) * i / BINS;
      double b = low + (high - low) * (i + 1) / BINS;
      from[i] = unit.fromBase(a);
      to[i] = unit.fromBase(b);
      top[i] = (distribution.cumulative(b) - distribution.cumulative(a)) / (to[i] - from[i]);
    }
    Mark bars =
        new Mark.Bars(
            Coordinates.of(from),
            Coordinates.of(to),
            Coordinates.of(new double[BINS]),
            Coordinates.of(top),
            false);
    return chart(densities(), List.of(bars), outside());
  }

  private Chart density(double low, double high) {
    double[] x = new double[POINTS + 1];
    double[] y = new double[POINTS + 1];
    double step = (high - low) / POINTS;
    for (int i = 0; i <= POINTS; i++) {
      double at = i == POINTS ? high : low + step * i;
      x[i] = unit.fromBase(at);
      // a slope over a small part of a step: rounding and curvature are both out of sight
      double a = at - step / 16;
      double b = at + step / 16;
      double rise = distribution.cumulative(b) - distribution.cumulative(a);
      y[i] = Math.max(0, rise / (unit.fromBase(b) - unit.fromBase(a)));
    }
    List<Mark> marks = new ArrayList<>();
    marks.add(band(x, y));
    marks.add(new Mark.Line(Coordinates.of(x), Coordinates.of(y)));
    return chart(densities(), marks, outside());
  }

  /** The part of the area that holds the middle 90 %. */
  private Mark band(double[] x, double[] y) {
    double from = unit.fromBase(distribution.quantile(Column.LOW));
    double to = unit.fromBase(distribution.quantile(Column.HIGH));
    double[] inside = Arrays.stream(x).filter(v -> v >= from && v <= to).toArray();
    double[] high = new double[inside.length];
    for (int i = 0, j = 0; i < x.length; i++) {
      if (x[i] >= from && x[i] <= to) {
        high[j++] = y[i];
      }
    }
    return new Mark.Band(
        Coordinates.of(inside), Coordinates.of(new double[inside.length]), Coordinates.of(high));
  }

  private Axis densities() {
    return Axis.of("probability density", UnitExpression.NONE.over(unit), Axis.Scale.LINEAR);
  }

  private List<String> outside() {
    return List.of("the outermost 1 % is left out");
  }

  private Chart chart(Axis y, List<Mark> marks, List<String> more) {
    double median = unit.fromBase(distribution.median());
    List<String> notes = new ArrayList<>();
    notes.add(
        "90 % of "
            + name
            + " lie between "
            + text(distribution.quantile(Column.LOW))
            + " and "
            + text(distribution.quantile(Column.HIGH)));
    notes.addAll(more);
    return new Chart(
        "",
        Axis.of(name, unit, Axis.Scale.LINEAR),
        y,
        List.of(new Series(name, marks)),
        List.of(new Marker.Threshold(false, median, "median " + text(distribution.median()))),
        notes);
  }

  private String text(double magnitude) {
    String number = NumberText.significant(unit.fromBase(magnitude), DIGITS);
    return unit.isNone() ? number : number + " " + unit.text();
  }
}
