package org.tidemark.solve.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Nonlinear least squares. Searches by Levenberg and Marquardt run over all parameters and, where
 * the curve is linear in some, over the others alone; the lowest sum of squares wins. The last
 * digits come from full Gauss–Newton steps, solved in extended precision with exact or carefully
 * extrapolated derivatives.
 */
public final class NonlinearRegression {
  static final String METHOD = "Levenberg-Marquardt, then Gauss-Newton in extended precision";
  private static final int ITERATIONS = 2000;
  private static final double STRONG = 10;
  private static final double AGREEMENT = 1e-6;
  private static final int POINTS = 64;
  private static final int SEARCHES = 6;
  private static final int SHORT = 100;
  private static final int[] PRIMES = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37};

  private NonlinearRegression() {}

  /**
   * Fits a curve.
   *
   * @param curve the curve
   * @param starts where the search begins, one for each parameter
   * @param response the observations
   * @throws InadmissibleFit where there are too few observations, the curve has no value at the
   *     start, or no search comes to rest
   */
  public static Regression fit(Curve curve, List<Start> starts, double[] response) {
    double[] y = InadmissibleFit.finite("response", response);
    InadmissibleFit.enough(y.length, starts.size());
    Objective objective = new Objective(curve, y);
    double[] at = starts.stream().mapToDouble(Start::value).toArray();
    if (objective.sumOfSquaresAt(at) == Double.POSITIVE_INFINITY) {
      throw InadmissibleFit.of(
          starts.get(0).name(),
          at[0],
          "the curve has no value at the start for some observation",
          "start where it has one for all");
    }
    return polished(objective, starts, at);
  }

  /**
   * The lowest that searches from a point find, and its last digits. Where the search over all
   * parameters and the one over those that are not linear do not agree, or there is only one, a
   * third that sets out more carefully has a say.
   */
  private static Regression polished(Objective objective, List<Start> starts, double[] at) {
    double[] direct = new LevenbergMarquardt(objective, starts).search(at, ITERATIONS);
    SeparableCurve separable = SeparableCurve.of(objective, starts, at);
    double[] best = lower(objective, at, direct);
    boolean agree = false;
    if (separable != null) {
      Objective reduced = new Objective(separable, objective.response());
      double[] left =
          new LevenbergMarquardt(reduced, separable.starts(starts))
              .search(separable.reduced(at), ITERATIONS);
      double[] projected = separable.complete(left);
      double one = objective.sumOfSquaresAt(direct);
      double other = objective.sumOfSquaresAt(projected);
      agree = Math.abs(one - other) <= AGREEMENT * Math.min(one, other);
      best = lower(objective, best, projected);
    }
    if (!agree) {
      double[] careful = new LevenbergMarquardt(objective, starts, STRONG).search(at, ITERATIONS);
      best = lower(objective, best, careful);
    }
    return new Polishing(objective, starts, METHOD).from(best);
  }

  /**
   * Fits a curve, looking for starts in the boxes first: the points of a Halton sequence (1960) in
   * those that are bounded, from the best of which short searches run.
   *
   * @param curve the curve
   * @param starts a start for each parameter, which stands for itself where there is no box
   * @param response the observations
   * @throws InadmissibleFit as {@link #fit} does, or if the curve has a value nowhere in the boxes
   */
  public static Regression fitWithin(Curve curve, List<Start> starts, double[] response) {
    if (starts.stream().noneMatch(Start::isBox)) {
      return fit(curve, starts, response);
    }
    double[] y = InadmissibleFit.finite("response", response);
    InadmissibleFit.enough(y.length, starts.size());
    Objective objective = new Objective(curve, y);
    List<double[]> points = new ArrayList<>();
    points.add(starts.stream().mapToDouble(Start::value).toArray());
    for (int i = 1; i <= POINTS; i++) {
      double[] point = new double[starts.size()];
      for (int j = 0; j < point.length; j++) {
        point[j] = starts.get(j).within(halton(i, PRIMES[j % PRIMES.length]));
      }
      points.add(point);
    }
    points.removeIf(point -> objective.sumOfSquaresAt(point) == Double.POSITIVE_INFINITY);
    if (points.isEmpty()) {
      throw InadmissibleFit.of(
          starts.get(0).name(),
          starts.get(0).value(),
          "the curve has no value anywhere in the boxes for some observation",
          "give boxes in which it has");
    }
    points.sort(Comparator.comparingDouble(objective::sumOfSquaresAt));
    LevenbergMarquardt search = new LevenbergMarquardt(objective, starts);
    double[] best = points.get(0);
    for (double[] point : points.subList(0, Math.min(SEARCHES, points.size()))) {
      best = lower(objective, best, search.search(point, SHORT));
    }
    return polished(objective, starts, best);
  }

  private static double halton(int index, int base) {
    double result = 0;
    double part = 1;
    for (int i = index; i > 0; i /= base) {
      part /= base;
      result += part * (i % base);
    }
    return result;
  }

  private static double[] lower(Objective objective, double[] one, double[] other) {
    return objective.sumOfSquaresAt(other) < objective.sumOfSquaresAt(one) ? other : one;
  }
}
