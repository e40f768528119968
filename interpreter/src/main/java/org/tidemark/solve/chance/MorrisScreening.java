package org.tidemark.solve.chance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tidemark.solve.aside.Watched;

/**
 * Screening of inputs by their elementary effects, which are differences of the outcome over steps
 * of one input across half its levels (M. D. Morris, Technometrics 33, 1991; mean of the sizes: F.
 * Campolongo, J. Cariboni and A. Saltelli, Environ. Model. Softw. 22, 2007). Errors come from
 * resampling the trajectories (bootstrap), and are 0 for the whole grid. Immutable.
 */
public final class MorrisScreening {
  private static final int RESAMPLES = 1000;

  private final List<Effect> effects;
  private final String method;

  /**
   * What an input does.
   *
   * @param mean the mean effect
   * @param size the mean of the effects' absolute values: 0 where the input does nothing
   * @param spread the standard deviation of the effects: large where the input's effect depends on
   *     the others or bends
   */
  public record Effect(Estimate mean, Estimate size, Estimate spread) {}

  private MorrisScreening(List<Effect> effects, String method) {
    this.effects = List.copyOf(effects);
    this.method = method;
  }

  /** Screens a function of the unit cube. */
  public static MorrisScreening of(MorrisDesign design, ToDoubleFunction<double[]> function) {
    double[] outcomes = new double[design.evaluations()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = function.applyAsDouble(design.point(i));
    }
    return of(design, outcomes);
  }

  /**
   * Screens a model by its outcomes at the points of a design.
   *
   * @param outcomes one for each point, in the order of the points; NaN where it failed
   * @throws InadmissibleSample where an outcome failed or is infinite
   */
  public static MorrisScreening of(MorrisDesign design, double[] outcomes) {
    if (outcomes.length != design.evaluations()) {
      throw new IllegalArgumentException(
          outcomes.length + " outcomes for " + design.evaluations() + " points");
    }
    SobolIndices.finite(outcomes, "an elementary effect");
    List<Effect> effects = new ArrayList<>();
    for (int input = 0; input < design.inputs(); input++) {
      double[] own = design.effects(input, outcomes);
      double[] values = statistics(own, design.trajectories() > 0);
      double[] errors =
          design.trajectories() > 0 ? errors(own, design.draws(), input) : new double[3];
      effects.add(
          new Effect(
              Estimate.normal(values[0], errors[0]),
              Estimate.normal(values[1], errors[1]),
              Estimate.normal(values[2], errors[2])));
    }
    return new MorrisScreening(effects, "elementary effects, " + design.method());
  }

  private static double[] statistics(double[] effects, boolean sampled) {
    double[] sizes = effects.clone();
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(sizes[i]);
    }
    Moments signed = Moments.of(effects);
    return new double[] {
      signed.mean(), Moments.of(sizes).mean(), sampled ? signed.sd() : signed.spread()
    };
  }

  private static double[] errors(double[] effects, Draws draws, int input) {
    int n = effects.length;
    long key = Draws.key("morris bootstrap " + input);
    double[][] resampled = new double[3][RESAMPLES];
    double[] again = new double[n];
    for (int b = 0; b < RESAMPLES; b++) {
      Watched.look();
      for (int i = 0; i < n; i++) {
        again[i] = effects[draws.below(n, (long) b * n + i, key)];
      }
      double[] values = statistics(again, true);
      for (int k = 0; k < 3; k++) {
        resampled[k][b] = values[k];
      }
    }
    double[] errors = new double[3];
    for (int k = 0; k < 3; k++) {
      errors[k] = Moments.of(resampled[k]).sd();
    }
    return errors;
  }

  /** The effects of each input. */
  public List<Effect> effects() {
    return effects;
  }

  /** How they were found. */
  public String method() {
    return method;
  }
}
