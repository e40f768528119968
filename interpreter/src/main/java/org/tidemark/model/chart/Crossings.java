package org.tidemark.model.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.NumberText;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Marker;

/** Where one of two functions overtakes the other. */
final class Crossings {
  private static final int HALVINGS = 100;
  private static final int DIGITS = 4;

  /** How close two functions come where rounding is all that lies between them, relatively. */
  private static final double EQUAL = 1e-12;

  /** How close two functions come where they meet rather than jump past each other. */
  private static final double MEETING = 1e-6;

  private Crossings() {}

  /** All crossings of some functions, in the order of the functions and then across. */
  static List<Marker.Crossing> of(List<Curve> curves, Axis x) {
    List<Marker.Crossing> found = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      for (int j = i + 1; j < curves.size(); j++) {
        between(curves.get(i), curves.get(j), x, found);
      }
    }
    return found;
  }

  private static void between(Curve a, Curve b, Axis axis, List<Marker.Crossing> found) {
    double[] places =
        DoubleStream.concat(a.x().stream(), b.x().stream()).sorted().distinct().toArray();
    double height = 0;
    for (double place : places) {
      double difference = Math.abs(a.between(place) - b.between(place));
      height = difference > height ? difference : height;
    }
    double lastPlace = Double.NaN;
    double last = Double.NaN;
    for (double place : places) {
      double up = a.between(place);
      double other = b.between(place);
      if (Double.isNaN(up - other)) {
        // a jump is a gap between values; what lies behind a place without one is not passed
        boolean jumps = Double.isFinite(difference(a, b, place));
        last = jumps ? last : Double.NaN;
      } else if (Math.abs(up - other) > EQUAL * (Math.abs(up) + Math.abs(other))) {
        // where they touch, the next point on a side tells whether they cross
        if (last * (up - other) < 0) {
          crossing(a, b, lastPlace, place, height, axis, found);
        }
        last = up - other;
        lastPlace = place;
      }
    }
  }

  private static double difference(Curve a, Curve b, double x) {
    return a.function().applyAsDouble(x) - b.function().applyAsDouble(x);
  }

  private static void crossing(
      Curve a,
      Curve b,
      double from,
      double to,
      double height,
      Axis axis,
      List<Marker.Crossing> found) {
    double low = from;
    double high = to;
    double atLow = difference(a, b, low);
    double atHigh = difference(a, b, high);
    if (!(atLow * atHigh < 0)) {
      return;
    }
    double before = Math.abs(atLow) + Math.abs(atHigh);
    for (int i = 0; i < HALVINGS; i++) {
      double middle = low + (high - low) / 2;
      double at = difference(a, b, middle);
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
    if (Math.abs(atLow) > 2 * height) {
      // from one side of a pole to the other
      return;
    }
    boolean meet = Math.abs(atLow) <= MEETING * before;
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
