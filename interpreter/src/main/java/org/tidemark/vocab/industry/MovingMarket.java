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
import org.tidemark.spi.Surroundings;

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

  /** Whether a market with a crossing changes in time. */
  static boolean is(MarketValue market) {
    return market.isDynamic()
        && (grows(market) || market.until().filter(CrossingValue::changes).isPresent());
  }

  private static boolean grows(MarketValue market) {
    return market.demand() instanceof LinearDemandValue demand && demand.grows();
  }

  /**
   * The solution.
   *
   * @throws Problem where there is none
   */
  SolutionValue solve(boolean exact, Surroundings surroundings) {
    if (ConstructionMarket.is(market)) {
      throw Refusal.notYet("construction under a threshold that moves (" + market.name() + ")")
          .withHelp("leave out construction, or let the threshold stand still");
    }
    if (!(market.demand() instanceof LinearDemandValue) || FirmsAlike.in(market).isEmpty()) {
      return unequal(exact, surroundings);
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

  /** Firms that differ, are capped, or face a demand that is not linear. */
  private SolutionValue unequal(boolean exact, Surroundings surroundings) {
    if (grows(market)) {
      throw Refusal.notYet(
              "a demand that grows in front of firms that differ or are capped ("
                  + market.name()
                  + ")")
          .withHelp("make the firms alike, or let the demand stand still");
    }
    for (FirmValue firm : market.firms()) {
      if (firm.costCurve().isPresent()) {
        throw Refusal.notYet(
                "a cost that follows a curve, of "
                    + firm.name()
                    + ", under a threshold that moves: the strategies would depend on what has"
                    + " been made as well as on the remaining distance ("
                    + market.name()
                    + ")")
            .withHelp("give " + firm.name() + " a constant cost, or let the threshold stand still");
      }
    }
    if (exact) {
      throw Refusal.notYet(
              "the exact treatment of a threshold that moves is known for firms alike without"
                  + " capacities and a linear demand, and "
                  + market.name()
                  + " has "
                  + (market.demand() instanceof LinearDemandValue
                      ? "firms that differ or are capped"
                      : "another demand"))
          .withHelp(
              "follow it in the quasi-static way: "
                  + concept.function()
                  + "("
                  + market.name()
                  + ", threshold: \"quasi-static\")");
    }
    return UnequalSolver.moving(
        market, concept, surroundings, span -> threshold(span / PIECES), releases());
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
    DemandGrowth growth =
        symmetric.demand().grows()
            ? DemandGrowth.by(symmetric.demand()::growthAt, span)
            : DemandGrowth.NONE;
    return new MovingThreshold(symmetric.game(), threshold(span), growth, releases());
  }

  private ThresholdPath threshold(double span) {
    return market
        .until()
        .flatMap(CrossingValue::moving)
        .<ThresholdPath>map(
            level -> new FunctionThreshold(seconds -> level.apply(seconds).magnitude(), span))
        .orElse(ThresholdPath.still());
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
