package org.tidemark.solve.game;

/**
 * One firm of a game.
 *
 * @param cost of one more unit
 * @param capacity the most it can make per unit of time; infinite where there is no limit
 * @param discountRate continuous rate per unit of time, above 0
 * @param continuationValue what it is worth at the crossing, from then on; not negative
 */
public record Firm(
    MarginalCost cost, double capacity, double discountRate, double continuationValue) {
  /** The capacity of a firm that has no limit. */
  public static final double UNLIMITED = Double.POSITIVE_INFINITY;

  /** A firm with a constant cost and no limit to what it can make. */
  public static Firm of(double cost, double discountRate, double continuationValue) {
    return new Firm(MarginalCost.of(cost), UNLIMITED, discountRate, continuationValue);
  }

  /** The same firm with a capacity. */
  public Firm withCapacity(double most) {
    return new Firm(cost, most, discountRate, continuationValue);
  }
}
