package org.tidemark.solve.equation;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.optim.univariate.UnivariatePointValuePair;

/**
 * All roots of one equation in one unknown: the function is traced, each change of sign followed,
 * and each place where its size is smallest examined for a root that it only touches.
 */
final class IntervalSearch {
  private static final double EPSILON = 0x1p-53;

  /** From this part of the box on, zeros in a row are solutions and not the blur of one. */
  private static final double STRETCH = 1e-3;

  private static final String METHOD = "tracing and bracketing (Chandrupatla, Brent)";

  private final Equations equations;
  private final double lower;
  private final double upper;
  private final List<Double> roots = new ArrayList<>();
  private int evaluations;
  private double nearest = Double.NaN;
  private double nearestValue = Double.POSITIVE_INFINITY;

  IntervalSearch(Equations equations) {
    this.equations = equations;
    this.lower = equations.box().lower(0);
    this.upper = equations.box().upper(0);
  }

  private double f(double x) {
    evaluations++;
    double[] difference = equations.differences(new double[] {x});
    double value = difference == null ? Double.NaN : difference[0];
    if (Math.abs(value) < nearestValue) {
      nearestValue = Math.abs(value);
      nearest = x;
    }
    return value;
  }

  Solutions solve() {
    Trace trace = new Trace(this::f, lower, upper);
    List<Trace.Point> points = trace.points();
    if (Double.isNaN(nearest)) {
      throw UnsolvedEquations.undefined(equations.box(), evaluations);
    }
    refuseStretch(points);
    for (int i = 0; i < points.size(); i++) {
      examine(points, i);
    }
    List<Solution> solutions = new ArrayList<>();
    for (double root : distinct()) {
      solutions.add(solution(root));
    }
    String search =
        trace.complete()
            ? evaluations + " points, the function followed over the whole interval"
            : evaluations
                + " points, which did not resolve the function everywhere, so others may exist";
    double residual = relative(nearest, nearestValue);
    return new Solutions(
        equations.box(),
        solutions,
        METHOD,
        search,
        trace.complete(),
        new double[] {nearest},
        residual);
  }

  private Solution solution(double found) {
    double waver = waver(found);
    double below = edgeOfZero(found, lower, waver);
    double above = edgeOfZero(found, upper, waver);
    // where a whole stretch is zero but for rounding, the root is somewhere in it
    double blur = above - below > 128 * Math.ulp(found) ? 0.5 * (above - below) : 0;
    double root = blur > 0 ? below + blur : found;
    Assessment assessment = Assessment.of(equations, new double[] {root});
    if (assessment == null) {
      // alone in being defined, or at an edge: the value itself is all there is
      double residual = relative(root, Math.abs(f(root)));
      return new Solution(
          new double[] {root}, new double[] {blur + Math.ulp(root)}, residual, 1, false);
    }
    Solution solution = assessment.solution();
    if (blur == 0) {
      return solution;
    }
    double size = Math.max(Math.abs(root), 1e-8 * (upper - lower));
    return new Solution(
        new double[] {root},
        new double[] {blur},
        solution.residual(),
        Math.min(blur / size / EPSILON, 1 / EPSILON),
        solution.singular());
  }

  /** How far towards a bound the function stays zero but for rounding. */
  private double edgeOfZero(double root, double bound, double waver) {
    if (!isZero(root, waver)) {
      return root;
    }
    double zero = root;
    double step = Math.ulp(root);
    double out = root;
    while (zero != bound && out == root) {
      double next = root + Math.copySign(Math.min(step, Math.abs(bound - root)), bound - root);
      if (isZero(next, waver)) {
        zero = next;
        step *= 2;
      } else {
        out = next;
      }
    }
    for (int k = 0; k < 12 && out != root; k++) {
      double middle = 0.5 * (zero + out);
      if (isZero(middle, waver)) {
        zero = middle;
      } else {
        out = middle;
      }
    }
    return zero;
  }

  private boolean isZero(double x, double waver) {
    return Math.abs(f(x)) <= 2 * waver;
  }

  private double relative(double x, double difference) {
    double size = equations.sizes(new double[] {x})[0];
    return difference == 0 ? 0 : difference / Math.max(size, difference);
  }

  /** A stretch of zeros too wide to be the rounding of a root that is touched. */
  private void refuseStretch(List<Trace.Point> points) {
    int last;
    for (int i = 0; i < points.size(); i = last + 1) {
      last = i;
      while (points.get(i).f() == 0 && last + 1 < points.size() && points.get(last + 1).f() == 0) {
        last++;
      }
      double from = points.get(i).x();
      double to = points.get(last).x();
      if (last - i >= 3 && to - from > STRETCH * (upper - lower)) {
        String name = equations.box().name(0);
        throw UnsolvedEquations.notIsolated(
            equations.box(),
            List.of(new double[] {from}, new double[] {to}),
            "every " + name + " from " + from + " to " + to + " solves the equation");
      }
    }
  }

  private void examine(List<Trace.Point> points, int i) {
    Trace.Point here = points.get(i);
    if (!here.defined()) {
      return;
    }
    if (here.f() == 0) {
      roots.add(here.x());
      return;
    }
    Trace.Point next = neighbour(points, i + 1);
    Trace.Point before = neighbour(points, i - 1);
    if (next != null && here.f() * Math.signum(next.f()) < 0) {
      cross(here, next);
    }
    boolean low =
        (next == null || sameSign(here, next) && size(here) <= size(next))
            && (before == null || sameSign(here, before) && size(here) < size(before));
    if (low && mayTouch(before, here, next)) {
      touch(before == null ? here : before, here, next == null ? here : next);
    }
  }

  private static Trace.Point neighbour(List<Trace.Point> points, int i) {
    return i >= 0 && i < points.size() && points.get(i).defined() ? points.get(i) : null;
  }

  private static boolean sameSign(Trace.Point a, Trace.Point b) {
    return Math.signum(a.f()) == Math.signum(b.f());
  }

  private static double size(Trace.Point p) {
    return Math.abs(p.f());
  }

  /** Whether the parabola through three points comes near zero; at an edge, always look. */
  private static boolean mayTouch(Trace.Point before, Trace.Point here, Trace.Point next) {
    if (before == null || next == null) {
      return true;
    }
    double left = (size(here) - size(before)) / (here.x() - before.x());
    double right = (size(next) - size(here)) / (next.x() - here.x());
    double bend = (right - left) / (next.x() - before.x());
    double slope = left + bend * (here.x() - before.x());
    return !(bend > 0) || size(here) - slope * slope / (4 * bend) <= 0.9 * size(here);
  }

  private void cross(Trace.Point a, Trace.Point b) {
    Bracket.Found found = new Bracket(this::f, a.x(), a.f(), b.x(), b.f()).follow();
    if (found.nature() == Bracket.Nature.ROOT) {
      roots.add(found.at());
    } else if (found.nature() == Bracket.Nature.GAP) {
      // not defined between: each part may still end in a root
      examineEdge(a, found.at());
      examineEdge(b, found.at());
    }
  }

  private void examineEdge(Trace.Point in, double out) {
    Trace part = new Trace(this::f, Math.min(in.x(), out), Math.max(in.x(), out));
    List<Trace.Point> points = part.points();
    for (int i = 0; i + 1 < points.size(); i++) {
      Trace.Point here = points.get(i);
      Trace.Point next = points.get(i + 1);
      if (here.defined() && next.defined() && here.f() * Math.signum(next.f()) < 0) {
        Bracket.Found found = new Bracket(this::f, here.x(), here.f(), next.x(), next.f()).follow();
        if (found.nature() == Bracket.Nature.ROOT) {
          roots.add(found.at());
        }
      }
    }
  }

  /** The function keeps its sign around here: is it zero where it is smallest? */
  private void touch(Trace.Point before, Trace.Point here, Trace.Point next) {
    double sign = Math.signum(here.f());
    double biggest = Math.max(size(before), size(next));
    double at = here.x();
    if (next.x() > before.x()) {
      UnivariatePointValuePair lowest =
          new BrentOptimizer(1e-15, 1e-17 * (upper - lower))
              .optimize(
                  new UnivariateObjectiveFunction(x -> signed(x, sign, biggest)),
                  GoalType.MINIMIZE,
                  new MaxEval(5000),
                  new SearchInterval(before.x(), next.x(), here.x()));
      if (lowest.getValue() < size(here)) {
        at = lowest.getPoint();
      }
    }
    double value = f(at);
    if (value * sign < 0) {
      cross(before, new Trace.Point(at, value));
      cross(new Trace.Point(at, value), next);
    } else if (Math.abs(value) <= noise(at, biggest)) {
      roots.add(stationary(at, before.x(), next.x()));
    }
  }

  private double signed(double x, double sign, double undefined) {
    double value = f(x) * sign;
    return Double.isNaN(value) ? undefined : value;
  }

  /** How far from zero rounding may leave a function that is zero. */
  private double noise(double at, double biggest) {
    double size = equations.sizes(new double[] {at})[0];
    double apart = Math.abs(f(at)) < 0.5 * size ? size : 0;
    return 8 * waver(at) + 1e-14 * biggest + 8 * EPSILON * apart;
  }

  /** By how much the function wavers between neighbouring numbers. */
  private double waver(double at) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int k = -4; k <= 4; k++) {
      double value = f(Math.min(upper, Math.max(lower, at + k * Math.ulp(at))));
      if (!Double.isNaN(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return high - low;
  }

  /** Where a function touches zero its slope changes sign, which tells the place better. */
  private double stationary(double at, double from, double to) {
    if (at <= from || at >= to) {
      return at;
    }
    double step = 1e-4 * Math.min(at - from, to - at);
    double best = at;
    for (int k = 0; k < 4; k++) {
      double h = step;
      double up = f(best + h);
      double down = f(best - h);
      double bend = up - 2 * f(best) + down;
      double shift = -0.5 * h * (up - down) / bend;
      if (!(Math.abs(shift) < h)) {
        return best;
      }
      double moved = best + shift;
      if (Math.abs(f(moved)) > Math.abs(f(best)) + noise(best, 0)) {
        return best;
      }
      best = moved;
    }
    return best;
  }

  /** Roots that rounding has split are one. */
  private List<Double> distinct() {
    roots.sort(null);
    List<Double> distinct = new ArrayList<>();
    for (double root : roots) {
      if (distinct.isEmpty()) {
        distinct.add(root);
        continue;
      }
      double last = distinct.get(distinct.size() - 1);
      if (root - last > 1e-12 * Math.abs(root) + 1e-15 * (upper - lower)
          && !quietBetween(last, root)) {
        distinct.add(root);
      } else if (Math.abs(f(root)) < Math.abs(f(last))) {
        distinct.set(distinct.size() - 1, root);
      }
    }
    return distinct;
  }

  /** Whether nothing but rounding is between two roots close together. */
  private boolean quietBetween(double a, double b) {
    double middle = 0.5 * (a + b);
    double width = upper - lower;
    if (b - a > 1e-4 * Math.max(1e-3 * width, Math.abs(middle))) {
      return false;
    }
    double value = f(middle);
    return Math.abs(value) <= noise(middle, 0);
  }
}
