package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.quantity.Dimension;
import org.tidemark.quantity.Quantity;
import org.tidemark.solve.InadmissibleInput;
import org.tidemark.solve.threshold.Conduct;
import org.tidemark.solve.threshold.DemandGrowth;
import org.tidemark.solve.threshold.FunctionThreshold;
import org.tidemark.solve.threshold.MovingThreshold;
import org.tidemark.solve.threshold.Release;
import org.tidemark.solve.threshold.ThresholdPath;
import org.tidemark.spi.Problem;

/** Turns a market whose threshold or demand moves into the game that the solvers know. */
final class MovingMarket {
  /** Pieces in which functions of time are read, to the time of a crossing that stands still. */
  private static final int PIECES = 8;

  private final MarketValue market;
  private final Concept concept;

  MovingMarket(MarketValue market, Concept concept) {
    this.market = market;
    this.concept = concept;
  }

  /** Whether a market with a crossing and a linear demand changes in time. */
  static boolean is(MarketValue market) {
    return market.isDynamic()
        && market.demand() instanceof LinearDemandValue demand
        && (demand.grows() || market.until().filter(CrossingValue::changes).isPresent());
  }

  /**
   * The solution.
   *
   * @throws Problem where there is none
   */
  MovingSolutionValue solve(boolean exact) {
    if (ConstructionMarket.is(market)) {
      throw Refusal.notYet("construction under a threshold that moves (" + market.name() + ")")
          .withHelp("leave out construction, or let the threshold stand still");
    }
    SymmetricMarket symmetric = SymmetricMarket.of(market);
    double asked = market.remaining().magnitude();
    try {
      return new MovingSolutionValue(
          symmetric, concept, conduct(), moving(symmetric, Math.max(0, asked)), asked, exact);
    } catch (InadmissibleInput refused) {
      throw SymmetricMarket.refusal(market, refused);
    }
  }

  private Conduct conduct() {
    return switch (concept) {
      case EQUILIBRIUM -> Conduct.COMPETITIVE;
      case COOPERATIVE -> Conduct.COOPERATIVE;
      case PLANNER -> Conduct.PLANNER;
    };
  }

  private MovingThreshold moving(SymmetricMarket symmetric, double remaining) {
    double still = concept.solve(symmetric.game()).timeToCrossing(remaining);
    double span = (still > 0 ? still : 1 / symmetric.game().discountRate()) / PIECES;
    ThresholdPath threshold =
        market
            .until()
            .flatMap(CrossingValue::moving)
            .<ThresholdPath>map(
                level -> new FunctionThreshold(seconds -> level.apply(seconds).magnitude(), span))
            .orElse(ThresholdPath.still());
    DemandGrowth growth =
        symmetric.demand().grows()
            ? DemandGrowth.by(symmetric.demand()::growthAt, span)
            : DemandGrowth.NONE;
    return new MovingThreshold(symmetric.game(), threshold, growth, releases());
  }

  private List<Release> releases() {
    List<Release> releases = new ArrayList<>();
    if (market.until().isPresent()) {
      Dimension stock = market.until().get().threshold().dimension();
      for (Fall fall : market.until().get().falls()) {
        Quantity lowers = fall.lowers();
        if (!MarketKind.fits(lowers, stock)) {
          throw Refusal.unlike(
              "a release", lowers.dimension(), "the crossing", stock, MarketKind.UNTIL);
        }
        releases.add(fall.release(market));
      }
    }
    return releases;
  }
}
