package org.tidemark.vocab.industry;

import org.tidemark.quantity.Quantity;
import org.tidemark.solve.SymmetricGame;
import org.tidemark.solve.derivative.Gradient;
import org.tidemark.solve.derivative.SymmetricDerivatives;
import org.tidemark.solve.game.EquilibriumTangent;

/** How a closed-form solution moves with the input that is being followed. */
final class SymmetricTangent {
  private final MarketTangent market;
  private final SymmetricGame game;
  private final Concept concept;

  SymmetricTangent(MarketTangent market, SymmetricGame game, Concept concept) {
    this.market = market;
    this.game = game;
    this.concept = concept;
  }

  /** Of the time to the crossing, in seconds. */
  double time(double remaining) {
    return along(outcome(remaining).time(), market.remaining());
  }

  /** Of the value lost against the cooperative outcome. */
  double loss(double remaining) {
    return along(SymmetricDerivatives.of(game, remaining).loss(), market.remaining());
  }

  /** Of a measure; not a number where its derivative is not known. */
  double of(Measure measure, Quantity remaining) {
    return of(measure, remaining.magnitude(), remaining.tangent());
  }

  private double of(Measure measure, double remaining, double dx) {
    SymmetricDerivatives.Outcome outcome = outcome(remaining);
    int n = game.firms();
    double cost = market.firms().get(0).cost();
    double total = outcome.aggregateOutput().value();
    double totalMove = along(outcome.aggregateOutput(), dx);
    double price = outcome.price().value();
    double priceMove = along(outcome.price(), dx);
    double profit = priceMove * total + price * totalMove;
    double surplus = market.slope() * total * total / 2 + game.slope() * total * totalMove;
    return switch (measure) {
      case QUANTITY -> totalMove;
      case FIRM_QUANTITY -> totalMove / n;
      case PRICE -> cost + priceMove;
      case VALUE -> along(outcome.value(), dx);
      case INDUSTRY_VALUE -> n * along(outcome.value(), dx);
      case PROFIT -> profit / n;
      case INDUSTRY_PROFIT -> profit;
      case CONSUMER_SURPLUS -> surplus;
      case TOTAL_SURPLUS -> surplus + profit;
      default -> Double.NaN;
    };
  }

  private SymmetricDerivatives.Outcome outcome(double remaining) {
    SymmetricDerivatives all = SymmetricDerivatives.of(game, remaining);
    return switch (concept) {
      case EQUILIBRIUM -> all.nash();
      case COOPERATIVE -> all.cooperative();
      case PLANNER -> all.planner();
    };
  }

  /** A gradient along the direction; what does not move counts for nothing, however steep. */
  private double along(Gradient gradient, double dx) {
    if (!market.keepsAlike()) {
      return Double.NaN;
    }
    EquilibriumTangent.FirmMove firm = market.firms().get(0);
    return part(gradient.choke(), market.choke() - firm.cost())
        + part(gradient.slope(), market.slope())
        + part(gradient.discountRate(), firm.discountRate())
        + part(gradient.continuationValue(), firm.continuationValue())
        + part(gradient.distance(), dx);
  }

  private static double part(double derivative, double move) {
    return move == 0 ? 0 : derivative * move;
  }
}
