package org.tidemark.render.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds room for labels inside of a plot: off each other, and off the lines where it can be had.
 */
final class LabelPlacer {
  private static final double HEIGHT = 15;

  /** Of the points of a line that are looked at, in pixels. */
  private static final double BETWEEN = 6;

  private static final double COST_OF_LABEL = 1000;

  /** A place for the left end of a label's base line. */
  record Place(double x, double y) {}

  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean holds(Outline.Point point) {
      return point.x() > left && point.x() < right && point.y() > top && point.y() < bottom;
    }
  }

  private final Layout layout;
  private final List<Box> taken = new ArrayList<>();
  private final List<Outline.Point> drawn = new ArrayList<>();

  LabelPlacer(Layout layout) {
    this.layout = layout;
  }

  /** Says that something is drawn at a point. */
  void avoid(Outline.Point point) {
    drawn.add(point);
  }

  /** Says that something is drawn along a line. */
  void avoid(List<Outline.Point> line) {
    for (int i = 0; i + 1 < line.size(); i++) {
      Outline.Point a = line.get(i);
      Outline.Point b = line.get(i + 1);
      int parts = 1 + (int) (StrictMath.hypot(b.x() - a.x(), b.y() - a.y()) / BETWEEN);
      for (int k = 0; k < parts; k++) {
        double part = (double) k / parts;
        drawn.add(
            new Outline.Point(a.x() + part * (b.x() - a.x()), a.y() + part * (b.y() - a.y())));
      }
    }
  }

  /** Says that a bar is drawn. */
  void avoid(Bar bar) {
    for (double x = bar.left(); x <= bar.right(); x += BETWEEN / 2) {
      for (double y = bar.top(); y <= bar.bottom(); y += BETWEEN / 2) {
        drawn.add(new Outline.Point(x, y));
      }
    }
  }

  /** Says that nothing may be written around a point. */
  void keepClear(double x, double y, double radius) {
    taken.add(new Box(x - radius, y - radius, x + radius, y + radius));
  }

  /** The best of these places, the first where several are as good. */
  Place place(double width, List<Place> candidates) {
    Place best = null;
    double least = Double.POSITIVE_INFINITY;
    for (Place wished : candidates) {
      Place inside = inside(wished, width);
      double moved = StrictMath.hypot(inside.x() - wished.x(), inside.y() - wished.y());
      double cost = moved + cost(box(inside, width));
      if (cost < least) {
        least = cost;
        best = inside;
      }
    }
    taken.add(box(best, width));
    return best;
  }

  private Place inside(Place place, double width) {
    return new Place(
        Math.max(layout.left() + 2, Math.min(place.x(), layout.right() - width - 2)),
        Math.max(layout.top() + HEIGHT - 2, Math.min(place.y(), layout.bottom() - 5)));
  }

  private static Box box(Place place, double width) {
    return new Box(place.x() - 1, place.y() - HEIGHT + 3, place.x() + width + 1, place.y() + 4);
  }

  private double cost(Box box) {
    double cost = 0;
    for (Box other : taken) {
      cost += box.meets(other) ? COST_OF_LABEL : 0;
    }
    for (Outline.Point point : drawn) {
      cost += box.holds(point) ? 6 : 0;
    }
    return cost;
  }
}
