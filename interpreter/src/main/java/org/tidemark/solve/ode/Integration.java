package org.tidemark.solve.ode;

import java.util.List;

/** Integrates initial value problems y' = f(t, y), y(from) = state. */
public final class Integration {
  private Integration() {}

  /**
   * Integrates to an end, or to the first time at which a switch becomes true.
   *
   * <p>A switch that is true at the start fires only after it has been false. Where several fire at
   * one time, up to the error of their location, all are reported, and the stretch ends where all
   * are true. A jump of the rates that depends on the state is found and stepped to, not over; one
   * at a known time is better named in the settings.
   *
   * @param to not before {@code from}; a stretch of no length is the state itself
   * @throws IntegrationRefused where there is no solution to the end, or none that could be found
   */
  public static Stretch run(
      RightHandSide rhs,
      double from,
      double[] state,
      double to,
      List<? extends Switch> switches,
      Settings settings) {
    if (!(Double.isFinite(from) && Double.isFinite(to) && from <= to)) {
      throw IntegrationRefused.inadmissible(
          "a span from " + from + " to " + to + " cannot be gone along",
          "give finite times, the start first");
    }
    if (!Double.isFinite(to - from)) {
      throw IntegrationRefused.inadmissible(
          "a span from " + from + " to " + to + " is too long for its length to be a number",
          "state times in another unit");
    }
    if (rhs.dimension() < 1 || rhs.dimension() != state.length) {
      throw IntegrationRefused.inadmissible(
          "a state of " + state.length + " for rates of " + rhs.dimension() + " components",
          "give one value for each component, and at least one component");
    }
    int given = settings.tolerance().absolute().length;
    if (given != 0 && given != state.length) {
      throw IntegrationRefused.inadmissible(
          given + " absolute tolerances for " + state.length + " components",
          "give one for each component, or none");
    }
    int kinds = settings.tolerance().kinds().length;
    if (kinds != 0 && kinds != state.length) {
      throw IntegrationRefused.inadmissible(
          kinds + " kinds for " + state.length + " components", "give one for each, or none");
    }
    int wrong = CountedRates.firstNotFinite(state);
    if (wrong >= 0) {
      throw new IntegrationRefused(
          IntegrationRefused.Cause.NOT_FINITE,
          from,
          wrong,
          "starts from " + state[wrong],
          "give a finite initial value");
    }
    return new Journey(rhs, from, state.clone(), to, switches, settings).run();
  }
}
