package org.tidemark.model.chart;

import java.util.List;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Sequence;
import org.tidemark.spi.value.Value;

/**
 * The interval over which something is drawn, in the numbers of its axis.
 *
 * @param unit null for dates
 * @param points where a script names each of them by a step; else empty
 */
public record Domain(double from, double to, UnitExpression unit, List<Double> points) {
  /** Steps of an interval that are all drawn. */
  private static final int MOST_POINTS = 10_000;

  /** Factors between the ends from which on a preferred logarithmic axis is used. */
  private static final double TWO_DECADES = 100;

  /** Copies its list. */
  public Domain {
    points = List.copyOf(points);
  }

  /**
   * The interval.
   *
   * @throws Problem where nothing can be drawn over it
   */
  public static Domain of(IntervalValue interval) {
    UnitExpression unit = null;
    double from;
    double to;
    if (interval.from() instanceof DateValue first && interval.to() instanceof DateValue last) {
      from = first.year();
      to = last.year();
    } else if (interval.from() instanceof QuantityValue first
        && interval.to() instanceof QuantityValue last) {
      boolean bare = last.quantity().fitsAnything() || last.quantity().unit().isNone();
      unit = bare ? first.quantity().unit() : last.quantity().unit();
      from = first.quantity().as(unit).in(unit);
      to = last.quantity().as(unit).in(unit);
    } else {
      throw Problem.of(
              "E0557",
              "a chart is drawn from a number to a number, or from date to date, and this goes from "
                  + interval.from().describe()
                  + " to "
                  + interval.to().describe())
          .withHelp("for example 1 .. 10 EB, or date(2024) .. date(2030)");
    }
    if (!Double.isFinite(from) || !Double.isFinite(to)) {
      throw Problem.of("E0557", "a chart has no room for an interval without end")
          .withHelp("say where it ends");
    }
    if (interval.step().isPresent()) {
      UnitExpression shown = unit;
      List<Value> values = Sequence.of(interval);
      if (values.size() > MOST_POINTS) {
        throw Problem.of("E0557", values.size() + " points are more than a chart can show")
            .withHelp("take a larger step, or leave it out: points are then chosen as needed");
      }
      List<Double> points = values.stream().map(v -> number(v, shown)).sorted().toList();
      return new Domain(points.get(0), points.get(points.size() - 1), unit, points);
    }
    if (!(from < to)) {
      throw Problem.of("E0557", "this interval ends where it begins, or before")
          .withHelp("put the smaller end first");
    }
    return new Domain(from, to, unit, List.of());
  }

  /** Whether it is one of dates. */
  public boolean isOfDates() {
    return unit == null;
  }

  /** Whether another interval is one of the same dimension, or of dates as well. */
  public boolean alike(Domain other) {
    return isOfDates()
        ? other.isOfDates()
        : !other.isOfDates() && unit.dimension().equals(other.unit.dimension());
  }

  /** Whether its upper end is so many times its lower end that logarithms help. */
  public boolean isWide() {
    return !isOfDates() && from > 0 && to / from >= TWO_DECADES;
  }

  /** The value at a number of the axis. */
  public Value value(double x) {
    return isOfDates() ? new DateValue(x) : new QuantityValue(Quantity.of(x, unit));
  }

  /** The number of a value on the axis; not a number where it has no place there. */
  public double number(Value value) {
    return number(value, unit);
  }

  private static double number(Value value, UnitExpression unit) {
    if (unit == null) {
      return value instanceof DateValue date ? date.year() : Double.NaN;
    }
    return value instanceof QuantityValue quantity
            && quantity.quantity().dimension().equals(unit.dimension())
        ? quantity.quantity().in(unit)
        : Double.NaN;
  }

  /** Its axis. */
  public Axis axis(String label, boolean logarithmic) {
    return isOfDates()
        ? Axis.ofDates(label)
        : Axis.of(label, unit, logarithmic ? Axis.Scale.LOG : Axis.Scale.LINEAR);
  }
}
