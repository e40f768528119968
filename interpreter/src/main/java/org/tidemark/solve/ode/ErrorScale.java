package org.tidemark.solve.ode;

import java.util.Arrays;

/**
 * What an error of each component is measured against; see {@link Tolerance}.
 *
 * <p>No component is asked for more than the rounding of its own rates allows: a difference of
 * large terms that cancel is noise, and no step is small enough to make its error small relative to
 * itself.
 */
final class ErrorScale {
  /** How far below its largest size so far a component is still solved for. */
  static final double FLOOR = 1e-10;

  /** How far below its largest size so far a component is still told errors of. */
  private static final double TOLD = 1e-3;

  /** How far below the largest of its kind. */
  private static final double KIND_FLOOR = 1e-16;

  /** Keeps quotients finite for a component that is and stays zero. */
  private static final double LEAST = 1e-290;

  private final double relative;
  private final double[] absolute;
  private final double[] largest;
  private final int[] kinds;
  private final double[] largestOfKind;
  private final double[] noise;
  private final double[] noiseRate;
  private final double[] noiseMemory;

  ErrorScale(Tolerance tolerance, double[] state) {
    relative = tolerance.relative();
    double[] given = tolerance.absolute();
    absolute = given.length == 0 ? null : given;
    kinds = tolerance.kinds();
    largestOfKind = new double[Arrays.stream(kinds).max().orElse(-1) + 1];
    largest = new double[state.length];
    noise = new double[state.length];
    noiseRate = new double[state.length];
    noiseMemory = new double[state.length];
    seen(state);
  }

  private double floor(int component) {
    double own = FLOOR * largest[component];
    return kinds.length == 0 ? own : Math.max(own, KIND_FLOOR * largestOfKind[kinds[component]]);
  }

  double relative() {
    return relative;
  }

  double of(int component, double one, double other) {
    double size = Math.max(Math.abs(one), Math.abs(other));
    double scale =
        absolute == null
            ? relative * Math.max(size, floor(component))
            : absolute[component] + relative * size;
    return Math.max(scale, noise[component]) + LEAST;
  }

  /** Takes note of an accepted state. */
  void seen(double[] state) {
    for (int i = 0; i < state.length; i++) {
      largest[i] = Math.max(largest[i], Math.abs(state[i]));
      if (kinds.length > 0) {
        largestOfKind[kinds[i]] = Math.max(largestOfKind[kinds[i]], largest[i]);
      }
    }
  }

  double largest(int component) {
    return largest[component];
  }

  /**
   * Tells how far rounding moves the rate of a component.
   *
   * @param memory the time over which such moves add up
   */
  void noise(int component, double rate, double memory) {
    noiseRate[component] = Double.isFinite(rate) ? rate : 0;
    noiseMemory[component] = memory;
  }

  /** Prepares for a step of this size. */
  void over(double step) {
    for (int i = 0; i < noise.length; i++) {
      noise[i] = noiseRate[i] * Math.min(step, noiseMemory[i]);
    }
  }

  /** The root mean square of the errors over the scales of two states. */
  double norm(double[] errors, double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < errors.length; i++) {
      double ratio = errors[i] / of(i, one[i], other[i]);
      sum += ratio * ratio;
    }
    return Math.sqrt(sum / errors.length);
  }

  /**
   * The root mean square of errors relative to the state, for telling: a component on its way
   * through zero is not measured by how close it came.
   */
  double relativeNorm(double[] errors, double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < errors.length; i++) {
      double near = Math.max(Math.abs(one[i]), Math.abs(other[i]));
      double size = Math.max(near, Math.max(TOLD * largest[i], floor(i)));
      double ratio = errors[i] / (size + LEAST);
      sum += ratio * ratio;
    }
    return Math.sqrt(sum / errors.length);
  }
}
