package org.tidemark.api.ledger;

import java.util.OptionalDouble;

/**
 * Brier's score of forecasts of what happens or does not: the mean square of how far each
 * probability lies from 1 where it happened and from 0 where it did not. 0 is perfect, and saying
 * 50 % each time gives 0.25 (Brier 1950, Verification of forecasts expressed in terms of
 * probability, Monthly Weather Review 78).
 *
 * @param squares the sum of the squares
 * @param count how many forecasts were decided
 */
public record Brier(double squares, int count) {
  /** Of no forecasts. */
  public static final Brier NONE = new Brier(0, 0);

  /**
   * With one more.
   *
   * @param probability that was given, 0 to 1
   * @param happened what came
   */
  public Brier with(double probability, boolean happened) {
    double off = probability - (happened ? 1 : 0);
    return new Brier(squares + off * off, count + 1);
  }

  /** The score; empty where nothing is decided. */
  public OptionalDouble score() {
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(squares / count);
  }
}
