package org.tidemark.solve.optimum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tidemark.solve.equation.LevenbergMarquardt;
import org.tidemark.solve.equation.StartingPoints;

/**
 * Several unknowns and no form to go by: the box is sampled, sequential quadratic programming
 * descends from the best samples and from some others, and a derivative-free search takes over
 * where the slopes do not tell.
 */
final class MultiStart {
  private static final String SMOOTH = "sequential quadratic programming from several starts";

  /** What is left of the slopes, relative to how the objective varies, at a smooth optimum. */
  private static final double STATIONARY = 1e-6;

  private static final double FEASIBLE = 1e-8;
  private static final double AS_GOOD = 1e-9;

  private final Posed posed;
  private final List<Sample> samples = new ArrayList<>();
  private double variation;

  private record Sample(double[] y, double objective, double breach) {}

  MultiStart(Posed posed) {
    this.posed = posed;
    int n = posed.unknowns();
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (double[] y : StartingPoints.in(posed.box(), 0, Math.min(400, 48 + 16 * n))) {
      double[] values = posed.at(y);
      if (values != null) {
        samples.add(new Sample(y, values[0], breach(values, posed.sizes(y))));
        lowest = Math.min(lowest, values[0]);
        highest = Math.max(highest, values[0]);
      }
    }
    variation = highest > lowest ? highest - lowest : Math.max(1e-300, Math.abs(highest));
  }

  /** How much the objective varies over the box. */
  double variation() {
    return variation;
  }

  private double breach(double[] values, double[] sizes) {
    double sum = 0;
    for (int i = 0; i < sizes.length; i++) {
      double slack = values[i + 1];
      double breach = posed.isEquality(i) ? Math.abs(slack) : Math.max(0, -slack);
      sum += breach == 0 ? 0 : breach / Math.max(sizes[i], breach);
    }
    return sum;
  }

  Optimum solve() {
    if (samples.isEmpty()) {
      throw NoOptimum.undefined(posed.given(), 48 + 16 * posed.unknowns());
    }
    List<double[]> starts = starts();
    NewtonPolish polish = new NewtonPolish(posed);
    List<Conditions> ends = new ArrayList<>();
    List<double[]> unsettled = new ArrayList<>();
    for (double[] start : starts) {
      SequentialQuadratic.End end = new SequentialQuadratic(posed).from(start);
      Conditions conditions = end == null ? null : known(ends, end.y());
      if (end != null && conditions == null) {
        conditions = polish.from(end.y());
      }
      if (conditions != null
          && conditions.violation() <= FEASIBLE
          && conditions.stationarity() <= STATIONARY * variation) {
        ends.add(conditions);
      } else if (end != null) {
        unsettled.add(end.y());
      }
    }
    double best = ends.stream().mapToDouble(Conditions::objective).min().orElse(Double.NaN);
    double[] lower = better(unsettled, best);
    if (lower != null) {
      return withoutSlopes(lower, starts.size());
    }
    return told(ends, starts.size());
  }

  /** What an end amounts to that was reached before; null for a new one. */
  private static Conditions known(List<Conditions> ends, double[] y) {
    for (Conditions end : ends) {
      double apart = 0;
      for (int j = 0; j < y.length; j++) {
        apart = Math.max(apart, Math.abs(end.y()[j] - y[j]));
      }
      if (apart < 1e-7) {
        return end;
      }
    }
    return null;
  }

  /** The best samples, and the first few however they are. */
  private List<double[]> starts() {
    int n = posed.unknowns();
    List<Sample> ranked = new ArrayList<>(samples);
    ranked.sort(
        Comparator.comparingDouble((Sample s) -> s.objective() / variation + 10 * s.breach()));
    List<double[]> starts = new ArrayList<>();
    for (int k = 0; k < Math.min(ranked.size(), 8 + n); k++) {
      starts.add(ranked.get(k).y());
    }
    for (int k = 0; k < Math.min(samples.size(), 8 + n / 2); k++) {
      double[] y = samples.get(k).y();
      if (!starts.contains(y)) {
        starts.add(y);
      }
    }
    return starts;
  }

  /** A feasible point below every smooth optimum, or the best known where there is none. */
  private double[] better(List<double[]> unsettled, double best) {
    double[] lowest = null;
    double least = Double.isNaN(best) ? Double.POSITIVE_INFINITY : best - 1e-7 * variation;
    List<double[]> candidates = new ArrayList<>(unsettled);
    samples.forEach(s -> candidates.add(s.y()));
    for (double[] y : candidates) {
      double[] values = posed.at(y);
      if (values != null && breach(values, posed.sizes(y)) <= FEASIBLE && values[0] < least) {
        least = values[0];
        lowest = y;
      }
    }
    if (lowest == null && Double.isNaN(best)) {
      lowest = leastBreach(posed);
      if (lowest == null) {
        throw infeasible(posed);
      }
    }
    return lowest;
  }

  private Optimum withoutSlopes(double[] start, int starts) {
    DerivativeFree search = new DerivativeFree(posed, variation);
    DerivativeFree.End end = search.from(start);
    if (!(end.breach() <= 1e-6)) {
      throw infeasible(posed);
    }
    return new Optimum(
        posed.point(end.y()),
        posed.sign() * posed.at(end.y())[0],
        DerivativeFree.METHOD,
        end.gained(),
        end.breach(),
        Map.of(),
        List.of(),
        false,
        starts
            + " descents along slopes did not settle, so the objective is taken as not smooth; a"
            + " better point may exist");
  }

  private Optimum told(List<Conditions> ends, int starts) {
    ends.sort(Comparator.comparingDouble(Conditions::objective));
    Conditions best = ends.get(0);
    int reached = 0;
    for (Conditions end : ends) {
      boolean asGood = end.objective() - best.objective() <= AS_GOOD * variation;
      reached += asGood ? 1 : 0;
      if (asGood && end.stationarity() < best.stationarity() && near(end.y(), best.y())) {
        best = end;
      }
    }
    List<double[]> others = new ArrayList<>();
    List<double[]> seen = new ArrayList<>(List.of(best.y()));
    for (Conditions end : ends) {
      if (end.objective() - best.objective() <= AS_GOOD * variation
          && seen.stream().noneMatch(y -> near(y, end.y()))) {
        seen.add(end.y());
        others.add(posed.point(end.y()));
      }
    }
    return new Optimum(
        posed.point(best.y()),
        posed.sign() * best.objective(),
        SMOOTH,
        best.stationarity() / variation,
        best.violation(),
        best.shadowPrices(),
        others,
        false,
        starts + " starts, " + reached + " of which reached it; a better point may exist");
  }

  private static boolean near(double[] a, double[] b) {
    for (int j = 0; j < a.length; j++) {
      if (Math.abs(a[j] - b[j]) > 1e-4) {
        return false;
      }
    }
    return true;
  }

  /** The feasible point that least squares of the breaches reach; null where they reach none. */
  private static double[] leastBreach(Posed posed) {
    double[] y = nearest(posed);
    if (y == null) {
      return null;
    }
    double[] breaches = breaches(posed, y);
    for (double breach : breaches) {
      if (breach > FEASIBLE) {
        return null;
      }
    }
    return y;
  }

  /** Where the squares of the breaches are least. */
  private static double[] nearest(Posed posed) {
    LevenbergMarquardt.End best = null;
    for (double[] start : StartingPoints.in(posed.box(), 0, 24)) {
      LevenbergMarquardt.End end =
          new LevenbergMarquardt(y -> breaches(posed, y), posed.box()).from(start);
      if (end != null && (best == null || end.sum() < best.sum())) {
        best = end;
      }
    }
    return best == null ? null : best.point();
  }

  private static double[] breaches(Posed posed, double[] y) {
    double[] values = posed.all().at(y);
    double[] sizes = posed.sizes(y);
    double[] breaches = new double[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      double slack = values[i + 1];
      double breach = posed.isEquality(i) ? slack : Math.max(0, -slack);
      breaches[i] = breach == 0 ? 0 : breach / Math.max(sizes[i], 1e-12);
    }
    return breaches;
  }

  /** Says what is in the way of any feasible point. */
  static NoOptimum infeasible(Posed posed) {
    double[] y = nearest(posed);
    if (y == null) {
      return NoOptimum.undefined(posed.given(), 24);
    }
    double[] breaches = breaches(posed, y);
    boolean[] broken = new boolean[breaches.length];
    double worst = 0;
    for (double breach : breaches) {
      worst = Math.max(worst, Math.abs(breach));
    }
    for (int i = 0; i < breaches.length; i++) {
      broken[i] = Math.abs(breaches[i]) > 1e-6 * worst;
    }
    return NoOptimum.broken(posed.names(broken), posed.point(y));
  }
}
