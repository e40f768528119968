package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.solve.InadmissibleInput;
import org.tidemark.solve.capacity.CapacityPath;
import org.tidemark.solve.capacity.CappedGame;
import org.tidemark.solve.capacity.ConstructionLag;
import org.tidemark.spi.Problem;

/** Turns a market of firms alike that build capacity into the game that the solvers know. */
final class ConstructionMarket {
  private ConstructionMarket() {}

  /** Whether a market with a crossing and a linear demand has firms that build. */
  static boolean is(MarketValue market) {
    if (!market.isDynamic() || !(market.demand() instanceof LinearDemandValue)) {
      return false;
    }
    for (FirmValue firm : market.firms()) {
      if (firm.construction().isPresent()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The solution.
   *
   * @throws Problem where there is none
   */
  static ConstructionSolutionValue solve(MarketValue market, Concept concept) {
    if (concept != Concept.EQUILIBRIUM) {
      throw Refusal.notYet(
              concept.function() + " of firms that build capacity (" + market.name() + ")")
          .withHelp("ask for their equilibrium, or leave out construction");
    }
    FirmValue first = market.firms().get(0);
    Quantity capacity = first.capacity().orElseThrow();
    FirmValue.Construction construction = building(market, first);
    SymmetricMarket symmetric = SymmetricMarket.of(built(market));
    if (!MarketKind.fits(capacity, symmetric.demand().outputUnit().dimension())) {
      throw Refusal.unlike(
          "the capacity of " + first.name(),
          capacity.dimension(),
          "the market " + market.name(),
          symmetric.demand().outputUnit().dimension(),
          MarketKind.FIRMS);
    }
    double asked = market.remaining().magnitude();
    double growth = construction.expansion().map(Quantity::magnitude).orElse(0.0);
    try {
      return new ConstructionSolutionValue(
          symmetric,
          asked,
          new ConstructionLag(
              new CappedGame(symmetric.game(), Double.POSITIVE_INFINITY),
              CapacityPath.linear(capacity.magnitude(), growth),
              construction.duration().magnitude(),
              Math.max(0, asked)));
    } catch (InadmissibleInput refused) {
      throw SymmetricMarket.refusal(market, refused);
    }
  }

  /** What they build, which has to be the same for all. */
  private static FirmValue.Construction building(MarketValue market, FirmValue first) {
    for (FirmValue firm : market.firms()) {
      if (!firm.construction().equals(first.construction())
          || !firm.capacity().equals(first.capacity())) {
        throw Refusal.notYet(
                "firms that build differently: " + first.name() + " and " + firm.name())
            .withHelp("give all firms of the market the same capacity and construction");
      }
    }
    return first.construction().orElseThrow();
  }

  /** The market once everything is built. */
  private static MarketValue built(MarketValue market) {
    List<FirmValue> firms = new ArrayList<>();
    for (FirmValue firm : market.firms()) {
      firms.add(
          new FirmValue(
              firm.name(),
              firm.identity(),
              firm.cost(),
              firm.costCurve(),
              Optional.empty(),
              firm.discountRate(),
              firm.continuationValue()));
    }
    return new MarketValue(
        market.name(),
        market.demand(),
        List.copyOf(firms),
        market.drives(),
        market.produced(),
        market.until(),
        market.given(),
        market.start(),
        market.units());
  }
}
