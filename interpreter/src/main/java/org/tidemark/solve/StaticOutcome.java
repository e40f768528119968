package org.tidemark.solve;

/**
 * A market at one moment, with nothing to wait for. Firms are alike.
 *
 * @param firms how many firms share the output
 * @param quantity aggregate output per unit of time
 * @param price what buyers pay
 * @param industryProfit profit of all firms, per unit of time
 * @param consumerSurplus slope Q^2 / 2, per unit of time
 */
public record StaticOutcome(
    int firms, double quantity, double price, double industryProfit, double consumerSurplus) {

  /** Output of one firm. */
  public double output() {
    return quantity / firms;
  }

  /** Profit of one firm. */
  public double profit() {
    return industryProfit / firms;
  }

  /** Consumer surplus and profits. */
  public double totalSurplus() {
    return consumerSurplus + industryProfit;
  }

  /** Sum of squared market shares, 1/N. */
  public double herfindahl() {
    return 1.0 / firms;
  }
}
