package org.tidemark.model.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.NumberText;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Marker;

/** Where one of two functions overtakes the other. */
final class Crossings {
  private static final int HALVINGS = 100;
  private static final int DIGITS = 4;

  /** How close two functions come where they meet rather than jump past each other. */
  private static final double MEETING = 1e-6;

  private Crossings() {}

  /** All crossings of some functions, in the order of the functions and then across. */
  static List<Marker> of(List<Curve> curves, Axis x) {
    List<Marker> found = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      for (int j = i + 1; j < curves.size(); j++) {
        between(curves.get(i), curves.get(j), x, found);
      }
    }
    return found;
  }

  private static void between(Curve a, Curve b, Axis axis, List<Marker> found) {
    double[] places =
        DoubleStream.concat(a.x().stream(), b.x().stream()).sorted().distinct().toArray();
    double height = 0;
    double lastPlace = Double.NaN;
    double last = Double.NaN;
    for (double place : places) {
      height = Math.max(height, Math.abs(zeroIfNone(a.between(place) - b.between(place))));
    }
    for (double place : places) {
      double difference = a.between(place) - b.between(place);
      if (Double.isNaN(difference)) {
        // what lies behind a gap has not been passed
        last = Double.NaN;
        continue;
      }
      if (Math.abs(difference) <= height * 1e-12) {
        // where they touch, the next point on a side tells whether they cross
        continue;
      }
      if (last * difference < 0) {
        crossing(a, b, lastPlace, place, height, axis, found);
      }
      last = difference;
      lastPlace = place;
    }
  }

  private static double zeroIfNone(double difference) {
    return Double.isNaN(difference) ? 0 : difference;
  }

  private static void crossing(
      Curve a, Curve b, double from, double to, double height, Axis axis, List<Marker> found) {
    DoubleUnaryOperator difference =
        x -> a.function().applyAsDouble(x) - b.function().applyAsDouble(x);
    double low = from;
    double high = to;
    double atLow = difference.applyAsDouble(low);
    double atHigh = difference.applyAsDouble(high);
    if (!(atLow * atHigh < 0)) {
      return;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = low + (high - low) / 2;
      double at = difference.applyAsDouble(middle);
      if (Double.isNaN(at)) {
        return;
      }
      if (middle <= low || middle >= high || at == 0) {
        low = middle;
        atLow = at;
        break;
      }
      if (at * atLow < 0) {
        high = middle;
      } else {
        low = middle;
        atLow = at;
      }
    }
    boolean meet = Math.abs(atLow) <= MEETING * height;
    String words = a.name() + (meet ? " = " : " passes ") + b.name() + " at " + text(low, axis);
    found.add(new Marker.Crossing(low, b.function().applyAsDouble(low), words));
  }

  /** A number of an axis in words. */
  static String text(double at, Axis axis) {
    if (axis.scale() == Axis.Scale.DATES) {
      return CalendarDate.text(at);
    }
    String number = NumberText.significant(at, DIGITS);
    return axis.unit().map(unit -> number + " " + unit.text()).orElse(number);
  }
}
