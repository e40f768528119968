package org.tidemark.solve.game;

import java.util.Arrays;

/**
 * Unequal firms in a market at one moment, with nothing to wait for.
 *
 * @param demand what buyers pay
 * @param costs of one more unit, of each firm
 * @param capacities of each firm; infinite where there is no limit
 */
public record UnequalMarket(InverseDemand demand, double[] costs, double[] capacities) {
  /**
   * What each firm makes.
   *
   * @param quantity of all
   * @param price that buyers pay
   * @param outputs of each firm
   * @param profits of each firm
   * @param consumerSurplus infinite where buyers would pay any price for the first units
   */
  public record Outcome(
      double quantity, double price, double[] outputs, double[] profits, double consumerSurplus) {

    /** Profit of all firms. */
    public double industryProfit() {
      return Arrays.stream(profits).sum();
    }
  }

  /**
   * Each firm takes the others' output as given (Cournot): P - c_i + P' q_i = 0 where it is free.
   */
  public Outcome equilibrium() {
    double quantity = falling(this::wishes);
    double price = demand.price(quantity);
    double slope = demand.slope(quantity);
    double[] outputs = new double[costs.length];
    for (int i = 0; i < costs.length; i++) {
      outputs[i] = own(i, price, slope);
    }
    return outcome(quantity, outputs);
  }

  /** Firms maximise their joint profit: marginal revenue meets the cost of the dearest in use. */
  public Outcome cooperative() {
    return merit(quantity -> demand.price(quantity) + demand.slope(quantity) * quantity);
  }

  /** Total surplus is as large as can be: the price meets the cost of the dearest in use. */
  public Outcome planner() {
    return merit(demand::price);
  }

  private double own(int i, double price, double slope) {
    return Math.max(0, Math.min((costs[i] - price) / slope, capacities[i]));
  }

  private double wishes(double quantity) {
    double price = demand.price(quantity);
    double slope = demand.slope(quantity);
    double sum = -quantity;
    for (int i = 0; i < costs.length; i++) {
      sum += own(i, price, slope);
    }
    return sum;
  }

  private interface Excess {
    double at(double quantity);
  }

  /** Where a function that falls with the quantity vanishes. */
  private double falling(Excess excess) {
    double low = demand.typicalOutput();
    double high = low;
    for (int i = 0; i < 1000 && !(excess.at(low) > 0); i++) {
      low /= 2;
    }
    for (int i = 0; i < 1000 && !(excess.at(high) < 0); i++) {
      high *= 2;
    }
    if (!(excess.at(low) > 0)) {
      throw NoEquilibrium.input(
          "choke",
          NoEquilibrium.NO_FIRM,
          demand.choke(),
          Arrays.stream(costs).min().orElse(0),
          "nobody buys at a price that covers any firm's marginal cost, so nothing is produced, or"
              + " less is always better",
          "raise the choke price above the lowest marginal cost, or give a more elastic demand");
    }
    if (!(excess.at(high) < 0)) {
      throw NoEquilibrium.input(
          "cost",
          NoEquilibrium.NO_FIRM,
          Arrays.stream(costs).min().orElse(0),
          0,
          "at any output firms want to make more: the price never falls to their costs",
          "give a cost above zero, or a demand whose price falls to the costs");
    }
    while (true) {
      double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) {
        return low;
      }
      if (excess.at(middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  private Outcome merit(Excess worth) {
    double[] levels = costs.clone();
    Arrays.sort(levels);
    double below = 0;
    double quantity = 0;
    double last = Double.NaN;
    for (double level : levels) {
      if (level == last) {
        continue;
      }
      last = level;
      if (below > 0 && worth.at(below) <= level) {
        break;
      }
      double tier = 0;
      for (int i = 0; i < costs.length; i++) {
        tier += costs[i] == level ? capacities[i] : 0;
      }
      below += tier;
      boolean enough = Double.isInfinite(below) || worth.at(below) <= level;
      quantity = enough ? falling(q -> worth.at(q) - level) : below;
      if (enough) {
        break;
      }
    }
    return outcome(quantity, supply(quantity));
  }

  /** The cheapest first; firms of one cost in proportion to their capacities, else equally. */
  private double[] supply(double quantity) {
    double[] outputs = new double[costs.length];
    double left = quantity;
    double[] levels = Arrays.stream(costs).distinct().sorted().toArray();
    for (double level : levels) {
      for (boolean limited : new boolean[] {true, false}) {
        double tier = 0;
        int firms = 0;
        for (int i = 0; i < costs.length; i++) {
          if (costs[i] == level && Double.isFinite(capacities[i]) == limited) {
            tier += capacities[i];
            firms++;
          }
        }
        double made = Math.min(left, tier);
        for (int i = 0; i < costs.length && firms > 0; i++) {
          if (costs[i] == level && Double.isFinite(capacities[i]) == limited) {
            outputs[i] = limited ? made * (capacities[i] / tier) : made / firms;
          }
        }
        left -= made;
      }
    }
    return outputs;
  }

  private Outcome outcome(double quantity, double[] outputs) {
    double price = demand.price(quantity);
    double[] profits = new double[costs.length];
    for (int i = 0; i < costs.length; i++) {
      profits[i] = outputs[i] == 0 ? 0 : (price - costs[i]) * outputs[i];
    }
    return new Outcome(quantity, price, outputs, profits, demand.consumerSurplus(quantity));
  }
}
