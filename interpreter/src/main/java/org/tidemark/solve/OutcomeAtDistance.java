package org.tidemark.solve;

/**
 * What holds in a solution at one remaining distance. Obtained from {@link
 * RemainingDistanceSolution#at}; units are those of the {@link SymmetricGame}.
 */
public final class OutcomeAtDistance {
  private final SymmetricGame game;
  private final double remaining;
  private final String form;
  private final DimensionlessOutcome outcome;

  OutcomeAtDistance(
      SymmetricGame game, double remaining, String form, DimensionlessOutcome outcome) {
    this.game = game;
    this.remaining = remaining;
    this.form = form;
    this.outcome = outcome;
  }

  /** The remaining distance asked about. */
  public double remaining() {
    return remaining;
  }

  /** Present value of one firm: its profits until the crossing and the continuation value. */
  public double value() {
    return outcome.valueGain() >= 0
        ? game.continuationValue() + game.valueScale() * outcome.valueGain()
        : game.valueScale() * outcome.value();
  }

  /** {@link #value} less the continuation value, without cancellation. */
  public double valueGain() {
    return game.valueScale() * outcome.valueGain();
  }

  /** Present value of all firms together. */
  public double industryValue() {
    return game.firms() * value();
  }

  /** V'(x): what one more unit of remaining distance is worth to one firm. */
  public double marginalValue() {
    return game.choke() * outcome.marginalValue();
  }

  /**
   * What one more unit of remaining distance is worth to whoever decides on output: one firm in the
   * Markov perfect equilibrium, the firms together in the cooperative outcome, society under the
   * planner. This is the cost they reckon with beside that of producing.
   */
  public double userCost() {
    return game.choke() * outcome.userCost();
  }

  /** Output of one firm, per unit of time. */
  public double output() {
    return aggregateOutput() / game.firms();
  }

  /** Output of all firms, per unit of time; the rate at which the distance shrinks. */
  public double aggregateOutput() {
    return game.outputScale() * outcome.output();
  }

  /** The price, choke - slope Q. */
  public double price() {
    return game.choke() * outcome.price();
  }

  /** Whether so much is produced, for the sake of the crossing, that the price is below zero. */
  public boolean priceBelowZero() {
    return outcome.price() < 0;
  }

  /** Profit of one firm, per unit of time. */
  public double profit() {
    return industryProfit() / game.firms();
  }

  /** Profit of all firms, per unit of time. */
  public double industryProfit() {
    return game.flowScale() * (outcome.price() * outcome.output());
  }

  /** Consumer surplus slope Q^2 / 2, per unit of time. */
  public double consumerSurplus() {
    return game.flowScale() * (outcome.output() * outcome.output() / 2);
  }

  /** Consumer surplus and profits, per unit of time. */
  public double totalSurplus() {
    return game.flowScale() * (outcome.output() * ((1 + outcome.price()) / 2));
  }

  /** Time until the crossing, the integral of dx/Q. */
  public double timeToCrossing() {
    return outcome.time() / game.discountRate();
  }

  /**
   * By how much the value and the marginal value, put back into the Bellman equation, miss it,
   * relative to the size of the terms in it. A few units in the last place at every distance.
   */
  public double bellmanResidual() {
    return outcome.bellmanResidual();
  }

  /**
   * By how much the value and the log gap, put back into the closed form for the distance, miss the
   * distance asked about, relative to the size of the terms in it.
   */
  public double closedFormResidual() {
    return outcome.closedFormResidual();
  }

  /** The larger of the two residuals. */
  public double residual() {
    return Math.max(outcome.bellmanResidual(), outcome.closedFormResidual());
  }

  /** How many Newton steps the closed form took to invert. */
  public int newtonSteps() {
    return outcome.newtonSteps();
  }

  /** How the answer was found, in words. */
  public String method() {
    int steps = newtonSteps();
    return form + ", Newton " + steps + (steps == 1 ? " step" : " steps");
  }
}
