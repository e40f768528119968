package org.tidemark.vocab.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.charts.Charts;
import org.tidemark.vocab.charts.Side;
import org.tidemark.vocab.common.Magnitudes;

/** A function through points. */
public final class SeriesValue implements ObjectValue, Plottable {
  /** So many places of a series that bends between its points are looked at. */
  private static final int MOST_PLACES = 240;

  private final Magnitudes on;
  private final Magnitudes values;
  private final double[] x;
  private final double[] y;
  private final String between;
  private final String beyond;

  /**
   * A function through at least two points, in any order.
   *
   * @param between how it goes between points: {@code linear}, {@code log} or {@code step}
   * @param beyond what it does outside of them: {@code refuse}, {@code hold} or {@code trend}
   * @throws Problem where two points stand at one place, or a logarithm does not exist
   */
  SeriesValue(Magnitudes on, Magnitudes values, String between, String beyond) {
    this.on = on;
    this.values = values;
    this.between = between;
    this.beyond = beyond;
    int n = on.numbers().length;
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> on.numbers()[i]));
    x = new double[n];
    y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = on.numbers()[order[i]];
      y[i] = values.numbers()[order[i]];
      if (i > 0 && x[i] == x[i - 1]) {
        throw Problem.of("E0503", "series has two values at " + place(x[i]))
            .withHelp("keep one, or average them: group(table, by: ..., value: rows => mean(...))");
      }
      if (between.equals("log") && !(y[i] > 0)) {
        throw Problem.of(
                "E0503",
                "series interpolates logarithms of values above zero, and one is " + shown(y[i]))
            .withHelp("write interpolate: \"linear\"");
      }
    }
    if (Double.isInfinite(x[n - 1]) || Double.isInfinite(x[0])) {
      throw Problem.of("E0503", "series has a point at never")
          .withHelp("leave it out: table |> filter(row => row.on != never)");
    }
  }

  @Override
  public Type parameter() {
    return on.type();
  }

  @Override
  public Value call(Value argument) {
    if (argument == SpecialValue.MISSING) {
      return argument;
    }
    double at =
        argument instanceof DateValue date
            ? date.year()
            : argument == SpecialValue.NEVER
                ? Double.POSITIVE_INFINITY
                : Magnitudes.quantity(argument, "series").magnitude();
    int last = x.length - 1;
    if (!(at >= x[0] && at <= x[last])) {
      return values.value(outside(at));
    }
    int index = Arrays.binarySearch(x, at);
    return values.value(index >= 0 ? y[index] : inside(at, -index - 2));
  }

  private double outside(double at) {
    int last = x.length - 1;
    if (beyond.equals("refuse") || Double.isNaN(at) || Double.isInfinite(at)) {
      throw Problem.of(
              "E0512",
              "the series reaches from "
                  + place(x[0])
                  + " to "
                  + place(x[last])
                  + ", and is asked for "
                  + place(at))
          .withHelp("ask inside of it, or say how to go on: extrapolate: \"hold\" or \"trend\"");
    }
    if (beyond.equals("hold") || between.equals("step")) {
      return at < x[0] ? y[0] : y[last];
    }
    return inside(at, at < x[0] ? 0 : last - 1);
  }

  private double inside(double at, int below) {
    if (between.equals("step")) {
      return y[below];
    }
    double part = (at - x[below]) / (x[below + 1] - x[below]);
    return between.equals("log")
        ? y[below] * StrictMath.exp(part * StrictMath.log(y[below + 1] / y[below]))
        : y[below] + part * (y[below + 1] - y[below]);
  }

  @Override
  public Value member(String name) {
    int last = x.length - 1;
    return switch (name) {
      case "from" -> on.value(x[0]);
      case "to" -> on.value(x[last]);
      case "first" -> values.value(y[0]);
      case "last" -> values.value(y[last]);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Its points, and how it goes between them. */
  @Override
  public Drawing drawing(String name) {
    Side across = Side.of(on.dates() ? "date" : "", on.unit(), on.dates());
    Side along = Side.of(name, values.unit());
    double[] places = places();
    double[] heights = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      int index = Arrays.binarySearch(x, places[i]);
      heights[i] = index >= 0 ? y[index] : inside(places[i], -index - 2);
    }
    Mark line = new Mark.Line(across.numbers(places), along.numbers(heights));
    Mark points = new Mark.Points(across.numbers(x), along.numbers(y));
    return Charts.of(
        name,
        across,
        along,
        List.of(new org.tidemark.spi.plot.Series(name, List.of(line, points))),
        List.of(),
        List.of());
  }

  /** Places that show how it goes: the points, where it jumps, and some where it bends. */
  private double[] places() {
    List<Double> places = new ArrayList<>();
    int parts = between.equals("log") ? Math.max(1, MOST_PLACES / x.length) : 1;
    for (int i = 0; i < x.length; i++) {
      if (i > 0 && between.equals("step")) {
        places.add(Math.nextDown(x[i]));
      }
      for (int k = 1; i > 0 && k < parts; k++) {
        double part = (double) k / parts;
        places.add(x[i - 1] * (1 - part) + x[i] * part);
      }
      places.add(x[i]);
    }
    return places.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private String place(double at) {
    return on.dates() ? CalendarDate.text(at) : new Quantity(at, on.unit()).text();
  }

  private String shown(double value) {
    return new Quantity(value, values.unit()).text();
  }

  @Override
  public String describe() {
    return "a series";
  }

  @Override
  public String summary() {
    int last = x.length - 1;
    return x.length
        + " points from "
        + place(x[0])
        + " ("
        + shown(y[0])
        + ") to "
        + place(x[last])
        + " ("
        + shown(y[last])
        + ")";
  }
}
