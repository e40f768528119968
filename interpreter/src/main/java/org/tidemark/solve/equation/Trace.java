package org.tidemark.solve.equation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A function of one unknown sampled over an interval, more densely where its shape asks for it:
 * until each midpoint is what the cubic through the four points around it says, and no two roots
 * can hide where it turns.
 */
public final class Trace {
  private static final int FIRST = 96;
  private static final int ROUNDS = 16;
  private static final int BUDGET = 3000;
  private static final double GOLDEN = 0.6180339887498949;

  /** How far a midpoint may be off its cubic, relative to how much the function varies there. */
  private static final double SHAPE = 0.02;

  /** How near to zero, relative to how much the function varies there, a turn matters. */
  private static final double NEAR = 0.1;

  /** A sample; its value is NaN where the function is not defined. */
  public record Point(double x, double f) {
    /** Whether the function has a value here. */
    public boolean defined() {
      return !Double.isNaN(f);
    }
  }

  private final DoubleUnaryOperator f;
  private List<Point> points = new ArrayList<>();
  private boolean complete;

  /** Samples at once. The function says by NaN that it is not defined. */
  public Trace(DoubleUnaryOperator f, double lower, double upper) {
    this.f = f;
    for (double x : grid(lower, upper)) {
      points.add(new Point(x, f.applyAsDouble(x)));
    }
    locateEdges();
    refine();
  }

  /** The samples in order of x. */
  public List<Point> points() {
    return points;
  }

  /** Whether the shape was resolved everywhere. */
  public boolean complete() {
    return complete;
  }

  /** Evenly with a wobble, so that no period agrees with it, and closer together towards ends. */
  private static List<Double> grid(double lower, double upper) {
    double width = upper - lower;
    List<Double> grid = new ArrayList<>();
    grid.add(lower);
    grid.add(upper);
    for (int i = 0; i < FIRST; i++) {
      double wobble = (i + 1) * GOLDEN;
      grid.add(lower + width * (i + 0.2 + 0.6 * (wobble - Math.floor(wobble))) / FIRST);
    }
    for (int k = 8; k <= 36; k += 4) {
      double near = Math.scalb(width, -k);
      grid.add(lower + near);
      grid.add(upper - near);
      if (lower < 0 && upper > 0) {
        grid.add(Math.min(near, upper));
        grid.add(Math.max(-near, lower));
      }
    }
    if (lower < 0 && upper > 0) {
      grid.add(0.0);
    }
    if (lower > 0 && upper / lower >= 100) {
      for (int i = 1; i < FIRST / 2; i++) {
        grid.add(lower * StrictMath.pow(upper / lower, 2.0 * i / FIRST));
      }
    }
    return grid.stream().filter(x -> x >= lower && x <= upper).distinct().sorted().toList();
  }

  /**
   * Between a point where the function is defined and one where it is not, the last where it is.
   */
  private void locateEdges() {
    List<Point> edges = new ArrayList<>();
    for (int i = 0; i + 1 < points.size(); i++) {
      if (points.get(i).defined() == points.get(i + 1).defined()) {
        continue;
      }
      Point in = points.get(points.get(i).defined() ? i : i + 1);
      double out = points.get(points.get(i).defined() ? i + 1 : i).x();
      for (int k = 0; k < 80; k++) {
        double middle = in.x() + 0.5 * (out - in.x());
        if (middle == in.x() || middle == out) {
          break;
        }
        Point at = new Point(middle, f.applyAsDouble(middle));
        if (at.defined()) {
          edges.add(at);
          in = at;
        } else {
          out = middle;
        }
      }
    }
    merge(edges);
  }

  private void merge(List<Point> more) {
    points.addAll(more);
    points.sort(Comparator.comparingDouble(Point::x));
    List<Point> distinct = new ArrayList<>();
    for (Point p : points) {
      if (distinct.isEmpty() || distinct.get(distinct.size() - 1).x() < p.x()) {
        distinct.add(p);
      }
    }
    points = distinct;
  }

  private void refine() {
    List<double[]> open = new ArrayList<>();
    for (int i = 0; i + 1 < points.size(); i++) {
      open.add(new double[] {points.get(i).x(), points.get(i + 1).x()});
    }
    int spent = 0;
    for (int round = 0; round < ROUNDS && !open.isEmpty() && spent < BUDGET; round++) {
      List<Point> fresh = new ArrayList<>();
      boolean[] bent = new boolean[open.size()];
      int i = 0;
      for (int k = 0; k < bent.length && spent < BUDGET; k++) {
        double middle = 0.5 * (open.get(k)[0] + open.get(k)[1]);
        while (points.get(i).x() < open.get(k)[0]) {
          i++;
        }
        boolean blank = !points.get(i).defined() && !points.get(i + 1).defined();
        if (!(middle > open.get(k)[0] && middle < open.get(k)[1]) || blank && round > 2) {
          continue;
        }
        spent++;
        Point at = new Point(middle, f.applyAsDouble(middle));
        fresh.add(at);
        bent[k] = !asExpected(i, at) || turnsAtZero(i, at);
      }
      merge(fresh);
      if (spent < BUDGET) {
        open = halves(open, bent);
      }
    }
    // a kink or a pole is refined to the end and leaves a few intervals, which is all there is
    complete = open.size() <= 64 && spent < BUDGET;
  }

  /**
   * What to look at next: the halves of intervals that were not as expected, and of those beside
   * them, which may have passed by luck.
   */
  private static List<double[]> halves(List<double[]> open, boolean[] bent) {
    List<double[]> halves = new ArrayList<>();
    for (int k = 0; k < bent.length; k++) {
      double[] here = open.get(k);
      boolean before = k > 0 && bent[k - 1] && open.get(k - 1)[1] == here[0];
      boolean after = k + 1 < bent.length && bent[k + 1] && open.get(k + 1)[0] == here[1];
      if (bent[k] || before || after) {
        double middle = 0.5 * (here[0] + here[1]);
        halves.add(new double[] {here[0], middle});
        halves.add(new double[] {middle, here[1]});
      }
    }
    return halves;
  }

  /** Whether a point between points i and i + 1 is on the cubic through the four around it. */
  private boolean asExpected(int i, Point at) {
    int from = Math.max(0, Math.min(i - 1, points.size() - 4));
    double expected = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double size = 0;
    for (int k = from; k < from + 4; k++) {
      Point p = points.get(k);
      if (!p.defined()) {
        return !at.defined() && !points.get(i).defined() && !points.get(i + 1).defined();
      }
      double weight = 1;
      for (int m = from; m < from + 4; m++) {
        if (m != k) {
          weight *= (at.x() - points.get(m).x()) / (p.x() - points.get(m).x());
        }
      }
      expected += weight * p.f();
      low = Math.min(low, p.f());
      high = Math.max(high, p.f());
      size = Math.max(size, Math.abs(p.f()));
    }
    // what varies less than a millionth of its size has no shape, only rounding
    double vary = Math.max(high - low, 1e-6 * size);
    return at.defined() && Math.abs(at.f() - expected) <= SHAPE * vary;
  }

  /**
   * Whether the function may turn between points i and i + 1 so near to zero that roots there could
   * be a pair, which the points on both sides do not show.
   */
  private boolean turnsAtZero(int i, Point at) {
    int from = Math.max(0, Math.min(i - 1, points.size() - 4));
    double[] x = new double[4];
    double[] c = new double[4];
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < 4; k++) {
      Point p = points.get(from + k);
      x[k] = p.x();
      c[k] = p.f();
      low = Math.min(low, p.f());
      high = Math.max(high, p.f());
    }
    double size = Math.max(Math.abs(low), Math.abs(high));
    double least =
        Math.min(
            Math.abs(at.f()),
            Math.min(Math.abs(points.get(i).f()), Math.abs(points.get(i + 1).f())));
    if (!(high - low > 1e-6 * size) || !(least <= NEAR * (high - low))) {
      return false;
    }
    for (int order = 1; order < 4; order++) {
      for (int k = 3; k >= order; k--) {
        c[k] = (c[k] - c[k - 1]) / (x[k] - x[k - order]);
      }
    }
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k <= 8; k++) {
      double t = points.get(i).x() + (points.get(i + 1).x() - points.get(i).x()) * k / 8;
      double a = t - x[0];
      double b = t - x[1];
      double d = t - x[2];
      double slope = c[1] + c[2] * (a + b) + c[3] * (a * b + a * d + b * d);
      smallest = Math.min(smallest, slope);
      largest = Math.max(largest, slope);
    }
    return smallest < 0.1 * largest && largest > 0.1 * smallest;
  }
}
