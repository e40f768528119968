package org.tidemark.vocab.industry;

import java.util.Optional;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.InadmissibleGame;
import org.tidemark.solve.StaticCournot;
import org.tidemark.solve.SymmetricGame;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Surroundings;

/**
 * Turns a market into the game that the solvers know, and their refusals into the market's words.
 *
 * <p>A common constant cost is subtracted from the choke price and added to every price that comes
 * back. Markets that the closed forms do not cover go to the {@link UnequalSolver}.
 */
final class MarketSolver {
  private final MarketValue market;
  private final LinearDemandValue demand;
  private final FirmsAlike firms;

  private MarketSolver(MarketValue market, LinearDemandValue demand, FirmsAlike firms) {
    this.market = market;
    this.demand = demand;
    this.firms = firms;
  }

  /**
   * The solution of a market.
   *
   * @throws Problem where there is none
   */
  static SolutionValue solve(MarketValue market, Concept concept, Surroundings surroundings) {
    Optional<FirmsAlike> alike = FirmsAlike.in(market);
    if (alike.isEmpty() || !(market.demand() instanceof LinearDemandValue demand)) {
      return UnequalSolver.solve(market, concept, surroundings);
    }
    FirmValue checked = null;
    for (FirmValue firm : market.firms()) {
      if (firm != checked) {
        FirmDimensions.check(firm, market, demand.choke().unit(), demand.outputUnit());
        checked = firm;
      }
    }
    MarketSolver solver = new MarketSolver(market, demand, alike.get());
    solver.requireMargin();
    return market.isDynamic() ? solver.dynamic(concept) : solver.still(concept);
  }

  private void requireMargin() {
    double choke = demand.choke().magnitude();
    if (!(choke > firms.cost())) {
      Quantity cost = new Quantity(firms.cost(), demand.choke().unit());
      throw Problem.noSolution(
              "E0601",
              market.name()
                  + " has no solution: the choke price is "
                  + demand.choke().text()
                  + " and the marginal cost "
                  + cost.text()
                  + ", so nobody buys at a price that covers it and nothing is ever produced")
          .withHelp("raise the choke price above " + cost.text() + ", or lower the cost");
    }
  }

  private SolutionValue still(Concept concept) {
    StaticCournot cournot =
        new StaticCournot(
            firms.number(), demand.choke().magnitude(), demand.slope().magnitude(), firms.cost());
    double worth = concept.solve(cournot).consumerSurplus();
    SolutionUnits units = SolutionUnits.of(market, demand, worth * DisplayUnits.YEAR.toBase(1));
    return new StaticSolutionValue(market, concept, concept.solve(cournot), units);
  }

  private SolutionValue dynamic(Concept concept) {
    if (Double.isNaN(firms.discountRate())) {
      throw noDiscountRate(market.firms().get(0));
    }
    Quantity remaining = market.remaining();
    requireStock(market, remaining, demand.outputUnit());
    try {
      SymmetricGame game =
          new SymmetricGame(
              firms.number(),
              demand.choke().magnitude() - firms.cost(),
              demand.slope().magnitude(),
              firms.discountRate(),
              firms.continuationValue());
      SolutionUnits units = SolutionUnits.of(market, demand, game.nashBound());
      return new DynamicSolutionValue(
          market,
          concept,
          concept.solve(game),
          firms.cost(),
          remaining,
          MarketTangent.of(market, demand, remaining),
          units);
    } catch (InadmissibleGame refused) {
      throw refuse(refused, SolutionUnits.of(market, demand, Double.NaN));
    }
  }

  /** A dynamic market needs every firm to discount. */
  static Problem noDiscountRate(FirmValue firm) {
    return Problem.of(
            "E0402",
            "the firm "
                + firm.name()
                + " needs a discount_rate: what it does now depends on what the crossing, later,"
                + " is worth to it")
        .withHelp("discount_rate = 5 %/year");
  }

  /** The remaining distance has to count what the demand counts per time. */
  static void requireStock(MarketValue market, Quantity remaining, UnitExpression output) {
    var stock = output.dimension().times(DisplayUnits.YEAR.dimension());
    if (!MarketKind.fits(remaining, stock)) {
      throw Refusal.unlike(
          "the remaining cumulative output",
          remaining.dimension(),
          "the market " + market.name(),
          stock,
          MarketKind.REMAINING);
    }
  }

  // ---- refusals

  private Problem refuse(InadmissibleGame refused, SolutionUnits units) {
    FirmValue firm = market.firms().get(0);
    return switch (refused.parameter()) {
      case "choke" ->
          refusal(refused, "the choke price less the marginal cost", demand.choke().unit());
      case "slope" -> refusal(refused, "the slope of the demand", demand.slope().unit());
      case "discountRate" ->
          refusal(refused, "the discount rate", firm.discountRate().orElseThrow().unit());
      case "continuationValue" -> refusal(refused, "the continuation value", units.value());
      case "remaining" -> refusal(refused, "the remaining cumulative output", units.stock());
      default ->
          Problem.noSolution(
                  "E0601",
                  market.name()
                      + " has no solution: "
                      + refused.parameter()
                      + " is "
                      + NumberText.sensible(refused.value())
                      + ", and "
                      + refused.reason())
              .withHelp(refused.cure());
    };
  }

  private Problem refusal(InadmissibleGame refused, String what, UnitExpression unit) {
    String rule =
        refused.value() > refused.bound()
            ? "has to be at most "
            : refused.value() < refused.bound() ? "has to be at least " : "has to be above ";
    StringBuilder text =
        new StringBuilder(market.name())
            .append(" has no solution: ")
            .append(what)
            .append(" is ")
            .append(new Quantity(refused.value(), unit).text());
    if (Double.isFinite(refused.value()) && Double.isFinite(refused.bound())) {
      text.append(" and ").append(rule).append(new Quantity(refused.bound(), unit).text());
    }
    return Problem.noSolution("E0601", text.append("; ").append(refused.reason()).toString())
        .withHelp(refused.cure());
  }
}
