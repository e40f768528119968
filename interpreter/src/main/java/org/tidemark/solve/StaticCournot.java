package org.tidemark.solve;

/**
 * The one-shot market of firms alike, at the inverse demand P = choke - slope Q and a common
 * constant marginal cost. It is what a dynamic game tends to far from its crossing.
 *
 * @param firms how many firms, at least 1
 * @param choke the price at which nothing is demanded, above {@code marginalCost}
 * @param slope by how much the price falls per unit of aggregate output, above 0
 * @param marginalCost of one unit, finite; negative if subsidised
 */
public record StaticCournot(int firms, double choke, double slope, double marginalCost) {

  /**
   * Checks the parameters.
   *
   * @throws InadmissibleGame naming the first parameter outside its domain
   */
  public StaticCournot {
    InadmissibleGame.firms(firms);
    if (!Double.isFinite(marginalCost)) {
      throw new InadmissibleGame(
          "marginalCost",
          marginalCost,
          Double.NaN,
          "it is not a finite number",
          "give a finite marginal cost");
    }
    if (!(choke > marginalCost) || Double.isInfinite(choke)) {
      throw new InadmissibleGame(
          "choke",
          choke,
          marginalCost,
          "nobody buys at a price that covers the marginal cost, so nothing is produced",
          "raise the choke price above the marginal cost");
    }
    InadmissibleGame.positive(
        "slope",
        slope,
        "demand that does not fall with the price leaves output without a bound",
        "give an inverse demand that falls with output");
  }

  /** Each firm takes the others' output as given: Q = N (a - c)/(b (N+1)). */
  public StaticOutcome equilibrium() {
    return withShareOfMargin(firms / (firms + 1.0), 1 / (firms + 1.0));
  }

  /** Firms maximise their joint profit: Q = (a - c)/(2 b). */
  public StaticOutcome cooperative() {
    return withShareOfMargin(0.5, 0.5);
  }

  /** Total surplus is as large as can be: Q = (a - c)/b, at a price equal to the cost. */
  public StaticOutcome planner() {
    return withShareOfMargin(1, 0);
  }

  private StaticOutcome withShareOfMargin(double given, double kept) {
    double margin = choke - marginalCost;
    double quantity = given * margin / slope;
    double markup = kept * margin;
    return new StaticOutcome(
        firms, quantity, marginalCost + markup, markup * quantity, given * margin * quantity / 2);
  }
}
