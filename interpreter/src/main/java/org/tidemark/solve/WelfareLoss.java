package org.tidemark.solve;

/**
 * What competition costs one firm, as a share of what cooperation would give it: L = 1 - V_N/V_C at
 * a remaining distance.
 */
public final class WelfareLoss {
  private WelfareLoss() {}

  /**
   * The loss L = ((V_C - S) - (V_N - S))/V_C, which does not cancel near the crossing. At the
   * crossing it is zero, except that without a continuation value it tends to 1 - 1/N there.
   *
   * @throws IllegalArgumentException if the solutions are of different games
   * @throws InadmissibleGame if the distance is negative or not finite
   */
  public static double of(
      MarkovPerfectEquilibrium nash, CooperativeOutcome cooperative, double remaining) {
    if (!nash.game().equals(cooperative.game())) {
      throw new IllegalArgumentException(
          "the loss compares two ways to play one game, not "
              + nash.game()
              + " and "
              + cooperative.game());
    }
    OutcomeAtDistance apart = nash.at(remaining);
    OutcomeAtDistance together = cooperative.at(remaining);
    if (together.value() == 0) {
      return 1 - 1.0 / nash.game().firms();
    }
    return (together.valueGain() - apart.valueGain()) / together.value();
  }
}
