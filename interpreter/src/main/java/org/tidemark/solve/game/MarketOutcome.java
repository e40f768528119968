package org.tidemark.solve.game;

import java.util.List;

/**
 * What holds at a remaining distance.
 *
 * @param remaining the distance
 * @param quantity of all firms, per unit of time; the rate at which the distance shrinks
 * @param price that buyers pay
 * @param consumerSurplus per unit of time; infinite where buyers would pay any price for the first
 *     units
 * @param timeToCrossing the integral of dx/Q
 * @param firms in the order of the game
 */
public record MarketOutcome(
    double remaining,
    double quantity,
    double price,
    double consumerSurplus,
    double timeToCrossing,
    List<FirmOutcome> firms) {

  /** Present value of all firms together. */
  public double industryValue() {
    return firms.stream().mapToDouble(FirmOutcome::value).sum();
  }

  /** Profit of all firms, per unit of time. */
  public double industryProfit() {
    return firms.stream().mapToDouble(FirmOutcome::profit).sum();
  }

  /** Consumer surplus and profits, per unit of time. */
  public double totalSurplus() {
    return consumerSurplus + industryProfit();
  }
}
