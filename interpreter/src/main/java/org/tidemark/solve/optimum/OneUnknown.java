package org.tidemark.solve.optimum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.tidemark.solve.equation.EquationSolver;
import org.tidemark.solve.equation.Equations;
import org.tidemark.solve.equation.Solution;
import org.tidemark.solve.equation.Trace;
import org.tidemark.solve.equation.UnsolvedEquations;

/**
 * One unknown: the objective is traced over the interval, what the constraints exclude left out,
 * and each dip followed to its lowest point by Brent's method (R. P. Brent, 1973, Algorithms for
 * Minimization without Derivatives, chapter 5).
 */
final class OneUnknown {
  private static final String METHOD = "tracing, then Brent's method in each dip";

  /** Values this near to each other, relative to how the objective varies, are as good. */
  private static final double AS_GOOD = 1e-12;

  private final Posed posed;
  private int evaluations;

  OneUnknown(Posed posed) {
    this.posed = posed;
  }

  private record Dip(double y, double value) {}

  Optimum solve() {
    Trace trace = null;
    List<Dip> dips = new ArrayList<>();
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    int equality = equality();
    if (equality >= 0) {
      for (double y : rootsOf(equality)) {
        double value = admitted(y, 1e-9);
        if (!Double.isNaN(value)) {
          dips.add(new Dip(y, value));
        }
      }
    } else {
      trace = new Trace(y -> admitted(y, 0), posed.box().lower(0), posed.box().upper(0));
      dips = dips(trace.points());
      for (Trace.Point point : trace.points()) {
        if (point.defined()) {
          lowest = Math.min(lowest, point.f());
          highest = Math.max(highest, point.f());
        }
      }
    }
    if (dips.isEmpty()) {
      throw MultiStart.infeasible(posed);
    }
    dips.sort(Comparator.comparingDouble(Dip::value).thenComparingDouble(Dip::y));
    Dip best = dips.get(0);
    double size = highest > lowest ? highest - lowest : Math.max(Math.abs(best.value()), 1);
    List<double[]> others = new ArrayList<>();
    for (Dip dip : dips) {
      boolean asGood = dip.value() - best.value() <= AS_GOOD * size;
      if (asGood && Math.abs(dip.y() - best.y()) > 1e-6) {
        others.add(posed.point(new double[] {dip.y()}));
      }
    }
    return told(best, size, others, trace == null || trace.complete());
  }

  private Optimum told(Dip best, double size, List<double[]> others, boolean complete) {
    double[] y = {best.y()};
    Conditions conditions = new NewtonPolish(posed).from(y);
    double residual;
    boolean smooth =
        conditions != null
            && conditions.objective() <= best.value() + AS_GOOD * size
            && conditions.violation() <= 1e-9
            && conditions.stationarity() <= 1e-5 * size;
    if (smooth) {
      y = conditions.y();
      residual = conditions.stationarity() / size;
    } else {
      // no slope to go by, as at a kink: what is gained nearby is
      double around = 1e-9;
      double gained = 0;
      for (double side : new double[] {-around, around}) {
        double value = admitted(posed.box().clamp(0, best.y() + side), 0);
        gained = Math.max(gained, Double.isNaN(value) ? 0 : best.value() - value);
      }
      residual = gained / size;
    }
    return new Optimum(
        posed.point(y),
        posed.sign() * posed.at(y)[0],
        METHOD,
        residual,
        conditions == null ? 0 : conditions.violation(),
        conditions == null ? Map.of() : conditions.shadowPrices(),
        others,
        false,
        complete
            ? evaluations + " points, the objective followed over the whole interval"
            : evaluations
                + " points, which did not resolve the objective everywhere, so a better one may"
                + " exist");
  }

  private int equality() {
    for (int i = 0; i < posed.constraints(); i++) {
      if (posed.isEquality(i)) {
        return i;
      }
    }
    return -1;
  }

  private List<Double> rootsOf(int equality) {
    Equations equations =
        Equations.zeros(
            posed.box(),
            1,
            y -> {
              evaluations++;
              double[] values = posed.at(y);
              return new double[] {values == null ? Double.NaN : values[equality + 1]};
            });
    try {
      return EquationSolver.solve(equations).all().stream()
          .map((Solution s) -> s.value(0))
          .toList();
    } catch (UnsolvedEquations stretch) {
      return stretch.found().stream().map(found -> found[0]).toList();
    }
  }

  /** The objective where the constraints hold, else NaN. */
  private double admitted(double at, double tolerance) {
    evaluations++;
    double[] y = {at};
    double[] values = posed.at(y);
    if (values == null) {
      return Double.NaN;
    }
    double[] sizes = posed.sizes(y);
    for (int i = 0; i < sizes.length; i++) {
      double breach = posed.isEquality(i) ? Math.abs(values[i + 1]) : -values[i + 1];
      if (breach > Math.max(tolerance, 0x1p-52) * Math.max(sizes[i], posed.isEquality(i) ? 1 : 0)) {
        return Double.NaN;
      }
    }
    return values[0];
  }

  private List<Dip> dips(List<Trace.Point> points) {
    List<Dip> dips = new ArrayList<>();
    int last;
    for (int i = 0; i < points.size(); i = last + 1) {
      last = i;
      Trace.Point here = points.get(i);
      if (!here.defined()) {
        continue;
      }
      while (last + 1 < points.size() && points.get(last + 1).f() == here.f()) {
        last++;
      }
      Trace.Point before = neighbour(points, i - 1);
      Trace.Point after = neighbour(points, last + 1);
      boolean low =
          (before == null || here.f() < before.f()) && (after == null || here.f() < after.f());
      if (low && last > i) {
        // flat: both ends stand for what is between them
        dips.add(new Dip(here.x(), here.f()));
        dips.add(new Dip(points.get(last).x(), here.f()));
      } else if (low) {
        double from = before == null ? here.x() : before.x();
        dips.add(followed(here, from, after == null ? here.x() : after.x()));
      }
    }
    return dips;
  }

  private static Trace.Point neighbour(List<Trace.Point> points, int i) {
    return i >= 0 && i < points.size() && points.get(i).defined() ? points.get(i) : null;
  }

  private Dip followed(Trace.Point here, double from, double to) {
    if (!(to > from)) {
      return new Dip(here.x(), here.f());
    }
    double[] best = {here.x(), here.f()};
    new BrentOptimizer(1e-15, 1e-17)
        .optimize(
            new UnivariateObjectiveFunction(
                y -> {
                  double value = admitted(y, 0);
                  if (value < best[1]) {
                    best[0] = y;
                    best[1] = value;
                  }
                  return Double.isNaN(value) ? Double.MAX_VALUE : value;
                }),
            GoalType.MINIMIZE,
            new MaxEval(5000),
            new SearchInterval(from, to, inside(here, from, to)));
    return new Dip(best[0], best[1]);
  }

  private static double inside(Trace.Point here, double from, double to) {
    return here.x() > from && here.x() < to ? here.x() : from + 0.381966 * (to - from);
  }
}
