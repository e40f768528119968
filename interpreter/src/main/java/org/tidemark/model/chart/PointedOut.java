package org.tidemark.model.chart;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Drawing.Landmark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/** What others point out on a chart that a value has drawn itself. */
public final class PointedOut {
  /** How close two markers are that point out the same place, relatively. */
  private static final double SAME = 1e-8;

  private PointedOut() {}

  /** A chart with the landmarks that have a place on its axes; the others are left out. */
  public static Chart on(Chart chart, List<Landmark> landmarks) {
    List<Marker> markers = new ArrayList<>(chart.markers());
    for (Landmark landmark : landmarks) {
      double x = landmark.across().map(across -> number(across, chart.x())).orElse(Double.NaN);
      double y = number(landmark.level(), chart.y());
      if (Double.isFinite(x) && Double.isFinite(y)) {
        add(new Marker.Crossing(x, y, landmark.label()), markers);
      }
    }
    return new Chart(chart.title(), chart.x(), chart.y(), chart.series(), markers, chart.notes());
  }

  /** One marker for one place: an event and the crossing that is declared where it happens. */
  private static void add(Marker.Crossing added, List<Marker> markers) {
    for (int i = 0; i < markers.size(); i++) {
      if (markers.get(i) instanceof Marker.Crossing there && samePlace(there, added)) {
        if (!there.label().startsWith(added.label())) {
          String both = added.label() + ", " + there.label();
          markers.set(i, new Marker.Crossing(there.x(), there.y(), both));
        }
        return;
      }
    }
    markers.add(added);
  }

  /** Where two functions cross, unless something declared is pointed out there already. */
  static void addCrossing(Marker.Crossing found, Axis x, List<Marker> markers) {
    for (int i = 0; i < markers.size(); i++) {
      if (markers.get(i) instanceof Marker.Crossing there && samePlace(there, found)) {
        if (!there.label().contains(" at ")) {
          String where = there.label() + " at " + Crossings.text(there.x(), x);
          markers.set(i, new Marker.Crossing(there.x(), there.y(), where));
        }
        return;
      }
    }
    markers.add(found);
  }

  /** One rule at one level: the constant that is drawn and the one that a crossing names. */
  static void addThreshold(Marker.Threshold added, List<Marker> markers) {
    for (int i = 0; i < markers.size(); i++) {
      if (markers.get(i) instanceof Marker.Threshold there
          && there.level() == added.level()
          && close(there.at(), added.at())) {
        if (!there.label().equals(added.label())) {
          String both = there.label() + ", " + added.label();
          markers.set(i, new Marker.Threshold(there.level(), there.at(), both));
        }
        return;
      }
    }
    markers.add(added);
  }

  private static boolean samePlace(Marker.Crossing a, Marker.Crossing b) {
    return close(a.x(), b.x()) && close(a.y(), b.y());
  }

  private static boolean close(double a, double b) {
    return Math.abs(a - b) <= SAME * (Math.abs(a) + Math.abs(b));
  }

  private static double number(Value value, Axis axis) {
    if (axis.scale() == Axis.Scale.DATES) {
      return value instanceof DateValue date ? date.year() : Double.NaN;
    }
    UnitExpression unit = axis.unit().orElse(UnitExpression.NONE);
    return axis.scale() != Axis.Scale.CATEGORIES
            && value instanceof QuantityValue quantity
            && quantity.quantity().dimension().equals(unit.dimension())
        ? quantity.quantity().in(unit)
        : Double.NaN;
  }
}
