package org.tidemark.solve.ode;

/**
 * A guess at the first step, from how fast the rates change along a short line: after Hairer,
 * Nørsett, Wanner, Solving Ordinary Differential Equations I, II.4, in a form that does not depend
 * on the unit of time, and in which a component that passes through zero does not count as fast.
 */
final class FirstStep {
  private static final int ROUNDS = 20;
  private static final double PROBE = 0.01;
  private static final double GROWTH = 100;

  private FirstStep() {}

  /**
   * The guess.
   *
   * @param longest the longest step allowed
   */
  static double guess(
      CountedRates rates,
      ErrorScale scale,
      double time,
      double[] state,
      double[] rate,
      double longest) {
    double shortest = Math.min(longest, 0x1p12 * Math.ulp(time));
    double probe = PROBE * slowest(state, rate);
    probe = Double.isFinite(probe) && probe > 0 ? probe : PROBE * PROBE * longest;
    double[] ahead = new double[state.length];
    double[] there = new double[state.length];
    for (int round = 0; round < ROUNDS; round++) {
      probe = Math.max(shortest, Math.min(longest, probe));
      for (int i = 0; i < state.length; i++) {
        ahead[i] = state[i] + probe * rate[i];
      }
      if (!rates.at(time + probe, ahead, there)) {
        probe *= PROBE;
        continue;
      }
      for (int i = 0; i < state.length; i++) {
        there[i] -= rate[i];
        ahead[i] = Math.abs(ahead[i]) + Math.abs(probe * there[i]);
        there[i] /= probe;
      }
      double bend = scale.norm(there, state, ahead) * scale.relative();
      double step = StrictMath.pow(scale.relative(), 1.0 / ExplicitStepper.ORDER) / Math.sqrt(bend);
      if (step >= PROBE * probe || probe <= shortest) {
        return Math.max(shortest, Math.min(Math.min(step, GROWTH * probe), longest));
      }
      probe = step;
    }
    return shortest;
  }

  /** The longest time that a component would take to change by its own size. */
  private static double slowest(double[] state, double[] rate) {
    double slowest = 0;
    for (int i = 0; i < state.length; i++) {
      if (rate[i] != 0) {
        slowest = Math.max(slowest, Math.abs(state[i] / rate[i]));
      }
    }
    return slowest;
  }
}
