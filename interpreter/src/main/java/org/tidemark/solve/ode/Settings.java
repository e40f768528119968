package org.tidemark.solve.ode;

import java.util.Arrays;

/**
 * How to integrate.
 *
 * @param tolerance of each step
 * @param stepping which method
 * @param maximumStep above 0; the smallest lag where the rates read the past
 * @param stepLimit how many steps may be tried
 * @param checkpoint called before every step; it may throw to stop the integration
 * @param breaks times, ascending, at which the rates may jump: steps end just before and start just
 *     after them, and none straddles one. Jumps that are not named are found, at a cost
 * @param history written to as steps are accepted, for rates that read the past; null without
 */
public record Settings(
    Tolerance tolerance,
    Stepping stepping,
    double maximumStep,
    int stepLimit,
    Runnable checkpoint,
    double[] breaks,
    History history) {

  private static final int STEP_LIMIT = 1_000_000;

  /** Checks and copies. */
  public Settings {
    if (!(maximumStep > 0)) {
      throw IntegrationRefused.inadmissible(
          "a maximum step of " + maximumStep + " leads nowhere", "give one above zero");
    }
    if (stepLimit < 1) {
      throw IntegrationRefused.inadmissible(
          "a limit of " + stepLimit + " steps allows none", "allow at least one step");
    }
    breaks = breaks.clone();
    Arrays.sort(breaks);
  }

  /** Strict tolerance, automatic choice of the method, a million steps, no checkpoint. */
  public static Settings standard() {
    return new Settings(
        Tolerance.strict(),
        Stepping.AUTOMATIC,
        Double.POSITIVE_INFINITY,
        STEP_LIMIT,
        () -> {},
        new double[0],
        null);
  }

  @Override
  public double[] breaks() {
    return breaks.clone();
  }

  /** These with another tolerance. */
  public Settings with(Tolerance other) {
    return new Settings(other, stepping, maximumStep, stepLimit, checkpoint, breaks, history);
  }

  /** These with another method. */
  public Settings with(Stepping other) {
    return new Settings(tolerance, other, maximumStep, stepLimit, checkpoint, breaks, history);
  }

  /** These with another checkpoint. */
  public Settings with(Runnable other) {
    return new Settings(tolerance, stepping, maximumStep, stepLimit, other, breaks, history);
  }

  /** These, writing into a history. */
  public Settings with(History other) {
    return new Settings(tolerance, stepping, maximumStep, stepLimit, checkpoint, breaks, other);
  }

  /** These with another maximum step. */
  public Settings withMaximumStep(double other) {
    return new Settings(tolerance, stepping, other, stepLimit, checkpoint, breaks, history);
  }

  /** These with another limit on the number of steps. */
  public Settings withStepLimit(int other) {
    return new Settings(tolerance, stepping, maximumStep, other, checkpoint, breaks, history);
  }

  /** These with other times at which the rates may jump. */
  public Settings withBreaks(double... times) {
    return new Settings(tolerance, stepping, maximumStep, stepLimit, checkpoint, times, history);
  }
}
