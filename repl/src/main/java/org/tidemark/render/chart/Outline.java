package org.tidemark.render.chart;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tidemark.spi.plot.Coordinates;

/** A line in pixels, without the points that nobody could see missing. */
final class Outline {
  /** In pixels: how far a left-out point is from what is drawn. */
  private static final double UNSEEN = 0.12;

  /** More points than these are looked at by columns first. */
  private static final int MANY = 4_000;

  /** The width of a column in pixels. */
  private static final double COLUMN = 0.25;

  private Outline() {}

  /** A point in pixels. */
  record Point(double x, double y) {}

  /** The pieces between gaps. */
  static List<List<Point>> pieces(Coordinates x, Coordinates y, Layout layout) {
    List<List<Point>> pieces = new ArrayList<>();
    List<Point> piece = new ArrayList<>();
    for (int i = 0; i < Math.min(x.size(), y.size()); i++) {
      Point point = new Point(layout.x(x.get(i)), layout.y(y.get(i)));
      if (Double.isNaN(point.x()) || Double.isNaN(point.y())) {
        if (!piece.isEmpty()) {
          pieces.add(piece);
          piece = new ArrayList<>();
        }
      } else {
        piece.add(point);
      }
    }
    if (!piece.isEmpty()) {
      pieces.add(piece);
    }
    return pieces;
  }

  /** The points of a piece that make it look the same. */
  static List<Point> essential(List<Point> points) {
    return points.size() > MANY ? simplified(columns(points)) : simplified(points);
  }

  /**
   * Of the points that follow each other in a column of pixels the first, the lowest, the highest
   * and the last: more could not be told apart, and the time that follows grows with the square of
   * the number of points that swing to and fro.
   */
  private static List<Point> columns(List<Point> points) {
    List<Point> kept = new ArrayList<>();
    int from = 0;
    while (from < points.size()) {
      double column = Math.floor(points.get(from).x() / COLUMN);
      int low = from;
      int high = from;
      int to = from;
      while (to < points.size() && Math.floor(points.get(to).x() / COLUMN) == column) {
        low = points.get(to).y() < points.get(low).y() ? to : low;
        high = points.get(to).y() > points.get(high).y() ? to : high;
        to++;
      }
      BitSet ends = new BitSet();
      ends.set(from);
      ends.set(low);
      ends.set(high);
      ends.set(to - 1);
      ends.stream().mapToObj(points::get).forEach(kept::add);
      from = to;
    }
    return kept;
  }

  /** After Douglas and Peucker. */
  private static List<Point> simplified(List<Point> points) {
    BitSet kept = new BitSet(points.size());
    kept.set(0);
    kept.set(points.size() - 1);
    List<int[]> open = new ArrayList<>();
    open.add(new int[] {0, points.size() - 1});
    while (!open.isEmpty()) {
      int[] part = open.remove(open.size() - 1);
      int farthest = farthest(points, part[0], part[1]);
      if (farthest >= 0) {
        kept.set(farthest);
        open.add(new int[] {part[0], farthest});
        open.add(new int[] {farthest, part[1]});
      }
    }
    return kept.stream().mapToObj(points::get).toList();
  }

  private static int farthest(List<Point> points, int from, int to) {
    Point a = points.get(from);
    Point b = points.get(to);
    double length = StrictMath.hypot(b.x() - a.x(), b.y() - a.y());
    int farthest = -1;
    double most = UNSEEN;
    for (int i = from + 1; i < to; i++) {
      Point p = points.get(i);
      double along =
          length == 0
              ? 0
              : ((p.x() - a.x()) * (b.x() - a.x()) + (p.y() - a.y()) * (b.y() - a.y()))
                  / (length * length);
      double within = Math.max(0, Math.min(1, along));
      double distance =
          StrictMath.hypot(
              p.x() - a.x() - within * (b.x() - a.x()), p.y() - a.y() - within * (b.y() - a.y()));
      if (distance > most) {
        most = distance;
        farthest = i;
      }
    }
    return farthest;
  }
}
