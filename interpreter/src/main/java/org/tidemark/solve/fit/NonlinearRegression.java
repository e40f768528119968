package org.tidemark.solve.fit;

import java.util.ArrayList;
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
    double[] best = at;
    for (double[] candidate : candidates(objective, starts, at)) {
      best = lower(objective, best, candidate);
    }
    return new Polishing(objective, starts, METHOD).from(best);
  }

  private static List<double[]> candidates(Objective objective, List<Start> starts, double[] at) {
    List<double[]> candidates = new ArrayList<>();
    candidates.add(new LevenbergMarquardt(objective, starts).search(at, ITERATIONS));
    candidates.add(new LevenbergMarquardt(objective, starts, 10).search(at, ITERATIONS));
    SeparableCurve separable = SeparableCurve.of(objective, starts, at);
    if (separable != null) {
      Objective reduced = new Objective(separable, objective.response());
      double[] left =
          new LevenbergMarquardt(reduced, separable.starts(starts))
              .search(separable.reduced(at), ITERATIONS);
      candidates.add(separable.complete(left));
    }
    return candidates;
  }

  private static double[] lower(Objective objective, double[] one, double[] other) {
    return objective.sumOfSquaresAt(other) < objective.sumOfSquaresAt(one) ? other : one;
  }
}
