package org.tidemark.model.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;

/**
 * Points of a function, dense where it bends. Kinks are found to a thousandth of the interval and
 * better; jumps, poles and places without a value become gaps.
 *
 * <p>Works in the chart's own coordinates: where an axis is logarithmic, in logarithms.
 */
public final class Sampler {
  /** Intervals to begin with; each is halved at least once. */
  private static final int COARSE = 32;

  /** The most points of one series. */
  private static final int MOST = 400;

  /** How far a point has to be from the line between its neighbours to count, of the height. */
  private static final double VISIBLE = 1.0 / 4000;

  /** The narrowest interval that is halved for a bend, of the width. */
  private static final double NARROW = 1.0 / 4096;

  /** A step between two close points that may be a jump, of the height. */
  private static final double STEEP = 1.0 / 100;

  /**
   * The narrowest interval that is looked into although its middle lies on the line, of the width.
   */
  private static final double LOOKED_INTO = 1.0 / 1024;

  /** Where that look falls, well off every even part of an interval. */
  private static final double OFF = (3 - StrictMath.sqrt(5)) / 4;

  /** How often the place of a jump or of an edge is halved. */
  private static final int HALVINGS = 24;

  /** Jumps, poles and edges that are looked at closely. */
  private static final int MOST_BREAKS = 40;

  /** How much of a function with a pole is kept beyond its middle part, in heights of that. */
  private static final double KEPT = 3;

  private final DoubleUnaryOperator function;
  private final double from;
  private final double to;
  private final boolean logX;
  private final boolean logY;
  private final List<Double> poles = new ArrayList<>();
  private double low;
  private double high;
  private double height;

  /**
   * What came of sampling.
   *
   * @param x ascending
   * @param y not a number in gaps
   * @param poles where it grows without bound
   */
  public record Samples(double[] x, double[] y, List<Double> poles) {
    /** How many points have a value. */
    public long drawn() {
      return Arrays.stream(y).filter(Double::isFinite).count();
    }
  }

  private record Point(double t, double x, double y, double v) {
    boolean exists() {
      return Double.isFinite(v);
    }
  }

  private record Interval(Point left, Point middle, Point right, double error) {}

  private Sampler(
      DoubleUnaryOperator function, double from, double to, boolean logX, boolean logY) {
    this.function = function;
    this.from = from;
    this.to = to;
    this.logX = logX;
    this.logY = logY;
  }

  /**
   * Points of a function from one end of an interval to the other, both included.
   *
   * @param function not a number where it has no value
   * @param exactly arguments that are to be among the points
   */
  public static Samples sample(
      DoubleUnaryOperator function,
      double from,
      double to,
      boolean logX,
      boolean logY,
      double... exactly) {
    return new Sampler(function, from, to, logX, logY).run(exactly);
  }

  /** A function at given arguments, in their order. */
  public static Samples at(DoubleUnaryOperator function, double... arguments) {
    double[] y = new double[arguments.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = finite(function.applyAsDouble(arguments[i]));
    }
    return new Samples(arguments.clone(), y, List.of());
  }

  private static double finite(double y) {
    return Double.isFinite(y) ? y : Double.NaN;
  }

  private Samples run(double[] exactly) {
    List<Point> coarse = coarse(exactly);
    List<Point> middles = new ArrayList<>();
    for (int i = 1; i < coarse.size(); i++) {
      middles.add(between(coarse.get(i - 1), coarse.get(i)));
    }
    measure(coarse, middles);
    return broken(refined(coarse, middles));
  }

  private List<Point> coarse(double[] exactly) {
    double golden = (StrictMath.sqrt(5) - 1) / 2;
    double[] places = new double[COARSE + 1 + exactly.length];
    for (int i = 0; i <= COARSE; i++) {
      // a little off the even places, so that nothing that repeats hides between them
      double shift = i == 0 || i == COARSE ? 0 : 0.3 * (i * golden % 1 - 0.5);
      places[i] = (i + shift) / COARSE;
    }
    for (int i = 0; i < exactly.length; i++) {
      places[COARSE + 1 + i] = place(exactly[i]);
    }
    Arrays.sort(places);
    List<Point> points = new ArrayList<>();
    for (double t : places) {
      boolean known = !points.isEmpty() && points.get(points.size() - 1).t() == t;
      if (t >= 0 && t <= 1 && !known) {
        points.add(point(t, given(t, exactly)));
      }
    }
    return points;
  }

  /** The argument that stands at a place, with its own bits where it was asked for. */
  private double given(double t, double[] exactly) {
    for (double x : exactly) {
      if (place(x) == t) {
        return x;
      }
    }
    return argument(t);
  }

  private double place(double x) {
    return logX ? StrictMath.log(x / from) / StrictMath.log(to / from) : (x - from) / (to - from);
  }

  private double argument(double t) {
    if (t == 0) {
      return from;
    }
    if (t == 1) {
      return to;
    }
    return logX ? from * StrictMath.pow(to / from, t) : from + t * (to - from);
  }

  private Point point(double t) {
    return point(t, argument(t));
  }

  private Point point(double t, double x) {
    double y = finite(function.applyAsDouble(x));
    return new Point(t, x, y, logY ? finite(StrictMath.log(y)) : y);
  }

  private Point between(Point left, Point right) {
    return point(left.t() + (right.t() - left.t()) / 2);
  }

  /** The height of the picture, without what shoots out of it. */
  private void measure(List<Point> coarse, List<Point> middles) {
    double[] values = new double[coarse.size() + middles.size()];
    int size = 0;
    for (List<Point> points : List.of(coarse, middles)) {
      for (Point point : points) {
        if (point.exists()) {
          values[size++] = point.v();
        }
      }
    }
    if (size == 0) {
      height = 1;
      return;
    }
    Arrays.sort(values, 0, size);
    low = values[size / 10];
    high = values[size - 1 - size / 10];
    double all = values[size - 1] - values[0];
    double middle = high - low;
    height = middle > 0 && all > 20 * middle ? 20 * middle : all;
    if (!(height > 0)) {
      height = Math.max(Math.abs(high), Double.MIN_NORMAL);
    }
  }

  private List<Point> refined(List<Point> coarse, List<Point> middles) {
    PriorityQueue<Interval> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble((Interval i) -> -i.error())
                .thenComparingDouble(i -> i.left().t()));
    List<Point> points = new ArrayList<>(coarse);
    points.addAll(middles);
    for (int i = 0; i < middles.size(); i++) {
      queue.add(interval(coarse.get(i), middles.get(i), coarse.get(i + 1)));
    }
    while (points.size() + 2 <= MOST && !queue.isEmpty() && queue.peek().error() > VISIBLE) {
      Interval worst = queue.poll();
      for (Interval half : halves(worst)) {
        points.add(half.middle());
        queue.add(half);
      }
    }
    points.sort(Comparator.comparingDouble(Point::t));
    return points;
  }

  private List<Interval> halves(Interval whole) {
    Point left = between(whole.left(), whole.middle());
    Point right = between(whole.middle(), whole.right());
    return List.of(
        interval(whole.left(), left, whole.middle()),
        interval(whole.middle(), right, whole.right()));
  }

  private Interval interval(Point left, Point middle, Point right) {
    return new Interval(left, middle, right, error(left, middle, right));
  }

  private double error(Point left, Point middle, Point right) {
    double width = right.t() - left.t();
    if (width <= NARROW) {
      return 0;
    }
    int values = (left.exists() ? 1 : 0) + (middle.exists() ? 1 : 0) + (right.exists() ? 1 : 0);
    if (values < 3) {
      return values == 0 ? 0 : 1;
    }
    double error = offLine(left, middle, right);
    if (error > VISIBLE || width < LOOKED_INTO || rise(left, right) <= STEEP * height) {
      return error;
    }
    // two equal steps, one in each half, have their middle on the line as well
    Point within = point(left.t() + OFF * width);
    return within.exists() ? offLine(left, within, right) : 1;
  }

  private double rise(Point left, Point right) {
    return Math.abs(seen(right) - seen(left));
  }

  /** How far a point is from the line between two others, of the height. */
  private double offLine(Point left, Point point, Point right) {
    double share = (point.t() - left.t()) / (right.t() - left.t());
    double straight = seen(left) + share * (seen(right) - seen(left));
    return Math.abs(seen(point) - straight) / height;
  }

  /** What shoots far out of the picture is not followed there. */
  private double seen(Point point) {
    return Math.max(low - height, Math.min(high + height, point.v()));
  }

  // ---- gaps

  private Samples broken(List<Point> points) {
    List<Point> out = new ArrayList<>();
    int breaks = 0;
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      out.add(point);
      if (i + 1 == points.size()) {
        break;
      }
      Point next = points.get(i + 1);
      if (point.exists() != next.exists() && breaks < MOST_BREAKS) {
        breaks++;
        edge(point, next, out);
      } else if (mayBreak(point, next) && breaks < MOST_BREAKS) {
        breaks++;
        steep(point, next, out);
      }
    }
    return cut(out);
  }

  private boolean mayBreak(Point left, Point right) {
    return left.exists()
        && right.exists()
        && right.t() - left.t() <= NARROW
        && Math.abs(right.v() - left.v()) > STEEP * height;
  }

  /** The last point with a value beside one without, unless it shoots out of the picture. */
  private void edge(Point left, Point right, List<Point> out) {
    Point inside = left.exists() ? left : right;
    Point outside = left.exists() ? right : left;
    Point before = inside;
    for (int i = 0; i < HALVINGS; i++) {
      Point middle = between(inside, outside);
      if (middle.exists()) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    if (Math.abs(inside.v() - before.v()) > 2 * height) {
      poles.add(outside.x());
    } else {
      out.add(inside);
    }
  }

  /** Whether two close points far apart are on a slope, beside a jump or beside a pole. */
  private void steep(Point left, Point right, List<Point> out) {
    Point a = left;
    Point b = right;
    double before = Math.abs(right.v() - left.v());
    // a gap needs room between its ends
    for (int i = 0; i < HALVINGS && b.x() - a.x() > 8 * Math.ulp(b.x()); i++) {
      Point middle = between(a, b);
      if (!middle.exists()) {
        // a value is missing right where it is steepest
        poles.add(middle.x());
        out.add(gap(a, b));
        return;
      }
      if (Math.abs(middle.v() - a.v()) > Math.abs(b.v() - middle.v())) {
        b = middle;
      } else {
        a = middle;
      }
    }
    double after = Math.abs(b.v() - a.v());
    if (after > 8 * before) {
      poles.add(a.x());
      out.add(gap(a, b));
    } else if (after > before / 2) {
      out.add(a);
      out.add(gap(a, b));
      out.add(b);
    }
  }

  private static Point gap(Point a, Point b) {
    return new Point((a.t() + b.t()) / 2, a.x() + (b.x() - a.x()) / 2, Double.NaN, Double.NaN);
  }

  /** Beside a pole, what shoots out of the picture is left out. */
  private Samples cut(List<Point> points) {
    double middle = high - low > 0 ? high - low : height;
    List<Point> kept = new ArrayList<>();
    for (Point point : points) {
      boolean twice = !kept.isEmpty() && kept.get(kept.size() - 1).x() == point.x();
      boolean out =
          !poles.isEmpty() && (point.v() > high + KEPT * middle || point.v() < low - KEPT * middle);
      if (!twice) {
        kept.add(out ? new Point(point.t(), point.x(), Double.NaN, Double.NaN) : point);
      }
    }
    double[] x = new double[kept.size()];
    double[] y = new double[kept.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = kept.get(i).x();
      y[i] = kept.get(i).exists() ? kept.get(i).y() : Double.NaN;
    }
    return new Samples(x, y, List.copyOf(poles));
  }
}
