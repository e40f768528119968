package org.tidemark.vocab.industry;

import org.tidemark.quantity.Quantity;
import org.tidemark.solve.InadmissibleGame;
import org.tidemark.solve.InadmissibleInput;
import org.tidemark.solve.SymmetricGame;
import org.tidemark.spi.Problem;

/**
 * A market of firms alike with a linear demand, as the symmetric game that it is.
 *
 * @param market as it is declared
 * @param demand its demand
 * @param firms what they have in common
 * @param game with the common cost subtracted from the choke price
 * @param units in which its solution is shown
 */
record SymmetricMarket(
    MarketValue market,
    LinearDemandValue demand,
    FirmsAlike firms,
    SymmetricGame game,
    SolutionUnits units) {

  /**
   * Reads a market with a crossing.
   *
   * @throws Problem where its firms differ, or it has no solution
   */
  static SymmetricMarket of(MarketValue market) {
    if (!(market.demand() instanceof LinearDemandValue demand)) {
      throw unknown(market, "a demand that is not linear");
    }
    FirmsAlike firms =
        FirmsAlike.in(market).orElseThrow(() -> unknown(market, "firms that differ"));
    for (FirmValue firm : market.firms()) {
      FirmDimensions.check(firm, market, demand.choke().unit(), demand.outputUnit());
    }
    double choke = demand.choke().magnitude();
    if (!(choke > firms.cost())) {
      throw Problem.noSolution(
              "E0601",
              market.name()
                  + " has no solution: the choke price is "
                  + demand.choke().text()
                  + " and the marginal cost "
                  + new Quantity(firms.cost(), demand.choke().unit()).text()
                  + ", so nobody buys at a price that covers it and nothing is ever produced")
          .withHelp("raise the choke price, or lower the cost");
    }
    if (Double.isNaN(firms.discountRate())) {
      throw Problem.of(
              "E0402",
              "the firm "
                  + market.firms().get(0).name()
                  + " needs a discount_rate: what it does now depends on what the crossing, later,"
                  + " is worth to it")
          .withHelp("discount_rate = 5 %/year");
    }
    try {
      SymmetricGame game =
          new SymmetricGame(
              firms.number(),
              choke - firms.cost(),
              demand.slope().magnitude(),
              firms.discountRate(),
              firms.continuationValue());
      return new SymmetricMarket(
          market, demand, firms, game, SolutionUnits.of(market, demand, game.nashBound()));
    } catch (InadmissibleGame refused) {
      throw refusal(market, refused);
    }
  }

  private static Problem unknown(MarketValue market, String what) {
    return Refusal.notYet(
            what + " where the threshold, the demand or the capacity moves (" + market.name() + ")")
        .withHelp("make the firms alike and the demand linear, or let nothing move in time");
  }

  /** A solver's refusal in the market's words. */
  static Problem refusal(MarketValue market, InadmissibleInput refused) {
    String where =
        refused.parameter().equals("time")
            ? "at t = " + DisplayUnits.years(refused.value()).text() + " "
            : "";
    return Problem.noSolution(
            "E0601", market.name() + " has no solution: " + where + refused.reason())
        .withHelp(refused.cure());
  }
}
