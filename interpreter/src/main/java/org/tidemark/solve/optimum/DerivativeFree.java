package org.tidemark.solve.optimum;

import java.util.Arrays;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.apache.commons.math3.random.MersenneTwister;

/**
 * A search that asks for values only: evolution of a cloud of points that learns its own shape (N.
 * Hansen, 2006, "The CMA evolution strategy: a comparing review"; Commons Math, with a fixed seed),
 * then steps along and between the axes that shrink. Breaches of constraints are priced.
 */
final class DerivativeFree {
  static final String METHOD = "derivative-free evolution strategy (CMA-ES) and compass search";
  private static final int SEED = 20260101;
  private static final double PRICE = 1e3;
  private static final double UNDEFINED = 1e30;

  private final Posed posed;
  private final double variation;
  private double[] bestPoint;
  private double best = Double.POSITIVE_INFINITY;

  DerivativeFree(Posed posed, double variation) {
    this.posed = posed;
    this.variation = variation;
  }

  /** The end of the search, what its last round gained, and the breach there. */
  record End(double[] y, double gained, double breach) {}

  End from(double[] start) {
    int n = posed.unknowns();
    merit(start);
    double[] lower = new double[n];
    double[] upper = new double[n];
    double[] spread = new double[n];
    Arrays.setAll(lower, posed.box()::lower);
    Arrays.setAll(upper, j -> posed.box().width(j) > 0 ? posed.box().upper(j) : 1e-9);
    Arrays.setAll(spread, j -> 0.3 * (upper[j] - lower[j]));
    for (double[] from : new double[][] {start, middle(lower, upper)}) {
      evolve(from, lower, upper, spread, 30_000);
    }
    Arrays.setAll(spread, j -> 1e-3 * (upper[j] - lower[j]));
    evolve(bestPoint, lower, upper, spread, 15_000);
    double gained = compass();
    return new End(bestPoint, gained, breach(bestPoint, posed.at(bestPoint)));
  }

  private void evolve(
      double[] from, double[] lower, double[] upper, double[] spread, int evaluations) {
    int n = from.length;
    double[] inside = new double[n];
    Arrays.setAll(inside, j -> Math.min(Math.max(from[j], lower[j]), upper[j]));
    try {
      new CMAESOptimizer(
              3000, Double.NEGATIVE_INFINITY, true, 0, 0, new MersenneTwister(SEED), false, null)
          .optimize(
              new MaxEval(evaluations),
              new ObjectiveFunction(this::merit),
              GoalType.MINIMIZE,
              new InitialGuess(inside),
              new SimpleBounds(lower, upper),
              new CMAESOptimizer.Sigma(spread),
              new CMAESOptimizer.PopulationSize(8 + 3 * n));
    } catch (MathIllegalStateException spent) {
      // the best point is kept as it is met, so running out of evaluations loses nothing
      return;
    }
  }

  private static double[] middle(double[] lower, double[] upper) {
    double[] middle = new double[lower.length];
    Arrays.setAll(middle, j -> 0.5 * (lower[j] + upper[j]));
    return middle;
  }

  /** Steps along the axes and the diagonals of pairs; what those below 1e-6 still gained. */
  private double compass() {
    int n = bestPoint.length;
    double fine = best;
    for (double step = 1e-2; step > 1e-13; step /= 4) {
      if (step > 1e-6) {
        fine = best;
      }
      for (int round = 0; round < 20; round++) {
        double before = best;
        for (int j = 0; j < n; j++) {
          for (int k = j; k < n; k++) {
            probe(j, k, step, step);
            probe(j, k, -step, -step);
            probe(j, k, step, -step);
            probe(j, k, -step, step);
          }
        }
        if (!(best < before)) {
          break;
        }
      }
    }
    return Math.max(0, fine - best);
  }

  private void probe(int j, int k, double first, double second) {
    double[] y = bestPoint.clone();
    y[j] = posed.box().clamp(j, y[j] + first);
    if (k != j) {
      y[k] = posed.box().clamp(k, y[k] + second);
    }
    merit(y);
  }

  private double merit(double[] given) {
    double[] y = posed.box().clamp(given);
    double[] values = posed.at(y);
    if (values == null) {
      return UNDEFINED;
    }
    double merit = values[0] / variation + PRICE * breach(y, values);
    if (merit < best) {
      best = merit;
      bestPoint = y;
    }
    return merit;
  }

  private double breach(double[] y, double[] values) {
    if (values.length == 1) {
      return 0;
    }
    double[] sizes = posed.sizes(y);
    double sum = 0;
    for (int i = 0; i < sizes.length; i++) {
      double slack = values[i + 1];
      double breach = posed.isEquality(i) ? Math.abs(slack) : Math.max(0, -slack);
      sum += breach == 0 ? 0 : breach / Math.max(sizes[i], 1e-12);
    }
    return sum;
  }
}
