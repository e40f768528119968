package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.game.Firm;
import org.tidemark.solve.game.GameSolution;
import org.tidemark.solve.game.MarginalCost;
import org.tidemark.solve.game.UnequalGame;
import org.tidemark.solve.game.UnequalMarket;
import org.tidemark.solve.threshold.Release;
import org.tidemark.solve.threshold.ThresholdPath;
import org.tidemark.solve.threshold.UnequalQuasiStatic;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Surroundings;

/**
 * Turns a market that the closed forms do not cover into the game that the general solvers know:
 * firms that differ, have capacities or costs that move, and demands that are not linear.
 */
final class UnequalSolver {
  private final MarketValue market;
  private final MarketDemand demand;
  private final Surroundings surroundings;
  private final Map<CurveValue, MarginalCost> curves = new IdentityHashMap<>();

  private UnequalSolver(MarketValue market, MarketDemand demand, Surroundings surroundings) {
    this.market = market;
    this.demand = demand;
    this.surroundings = surroundings;
  }

  /**
   * The solution of a market.
   *
   * @throws Problem where there is none
   */
  static SolutionValue solve(MarketValue market, Concept concept, Surroundings surroundings) {
    UnequalSolver solver = solver(market, surroundings);
    return market.isDynamic()
        ? solver.dynamic(
            concept,
            (solved, remaining, units) -> solver.standing(concept, solved, remaining, units))
        : solver.still(concept);
  }

  private static UnequalSolver solver(MarketValue market, Surroundings surroundings) {
    MarketDemand demand = MarketDemand.of(market, surroundings);
    for (FirmValue firm : market.firms()) {
      FirmDimensions.check(firm, market, demand.price(), demand.output());
    }
    return new UnequalSolver(market, demand, surroundings);
  }

  // ---- something is crossed

  /**
   * The quasi-static solution of a market whose threshold moves.
   *
   * @param threshold how it moves, given the time of a crossing that stands still
   * @throws Problem where there is none
   */
  static SolutionValue moving(
      MarketValue market,
      Concept concept,
      Surroundings surroundings,
      DoubleFunction<ThresholdPath> threshold,
      List<Release> releases) {
    return solver(market, surroundings)
        .dynamic(
            concept,
            (solved, remaining, units) -> {
              double start = Math.max(0, remaining.magnitude());
              double still = solved.timeToCrossing(start);
              double pace = still > 0 ? still : 1 / solved.game().firms().get(0).discountRate();
              return new UnequalMovingValue(
                  market,
                  concept,
                  new UnequalQuasiStatic(solved, threshold.apply(pace), releases, start),
                  remaining,
                  units);
            });
  }

  /** What is made of a game that stands still and was solved. */
  @FunctionalInterface
  private interface Outcome {
    SolutionValue of(GameSolution solved, Quantity remaining, SolutionUnits units);
  }

  private SolutionValue standing(
      Concept concept, GameSolution solved, Quantity remaining, SolutionUnits units) {
    Optional<MarketTangent> tangent =
        market.demand() instanceof LinearDemandValue linear
            ? Optional.of(MarketTangent.of(market, linear, remaining))
            : Optional.empty();
    return new UnequalSolutionValue(market, concept, solved, remaining, tangent, units);
  }

  private SolutionValue dynamic(Concept concept, Outcome outcome) {
    Quantity remaining = market.remaining();
    double typical = demand.law().typicalOutput();
    double flow = Math.abs(demand.law().price(typical)) * typical;
    List<Firm> firms = new ArrayList<>();
    double worth = 0;
    for (FirmValue firm : market.firms()) {
      double rate =
          firm.discountRate().orElseThrow(() -> MarketSolver.noDiscountRate(firm)).magnitude();
      firms.add(
          new Firm(
              cost(firm, remaining.magnitude()),
              firm.capacity().map(Quantity::magnitude).orElse(Firm.UNLIMITED),
              rate,
              firm.continuationValue().magnitude()));
      worth = Math.max(worth, flow / rate);
    }
    MarketSolver.requireStock(market, remaining, demand.output());
    SolutionUnits units = SolutionUnits.of(market, demand.price(), demand.output(), worth);
    GameRefusals refusals = new GameRefusals(market, units);
    return refusals.translating(
        () -> {
          UnequalGame game = new UnequalGame(demand.law(), firms);
          GameSolution solved =
              switch (concept) {
                case EQUILIBRIUM -> game.markovPerfectEquilibrium();
                case COOPERATIVE -> game.cooperativeOutcome();
                case PLANNER -> game.plannerOutcome();
              };
          return outcome.of(solved, remaining, units);
        });
  }

  private MarginalCost cost(FirmValue firm, double start) {
    if (firm.costCurve().isEmpty()) {
      return MarginalCost.of(firm.cost().magnitude());
    }
    CurveValue curve = firm.costCurve().get();
    Quantity made = made(firm, curve);
    // remaining plus made is the same all the way
    double end = made.magnitude() + start;
    return curves.computeIfAbsent(
        curve, law -> MarginalCost.along(x -> costAt(law, end - x, made.unit())));
  }

  /** Cumulative output at the start. */
  private Quantity made(FirmValue firm, CurveValue curve) {
    Optional<Quantity> made =
        market.until().isPresent()
            ? Optional.of(market.startingOutput())
            : market.produced().or(curve::reference);
    return made.orElseThrow(
        () ->
            Problem.of(
                    "E0402",
                    "the cost of "
                        + firm.name()
                        + " follows "
                        + curve.label().name()
                        + ", and the market "
                        + market.name()
                        + " does not say how much has been made at its start")
                .withHelp("give the market drives, produced and until in place of remaining"));
  }

  private double costAt(CurveValue curve, double cumulative, UnitExpression unit) {
    try {
      return curve.cost(new Quantity(cumulative, unit)).magnitude();
    } catch (RuntimeException undefined) {
      // before the curve's beginning there is no cost; the solver keeps away from there
      surroundings.checkpoint();
      return Double.NaN;
    }
  }

  // ---- nothing is

  private SolutionValue still(Concept concept) {
    double[] costs = new double[market.firms().size()];
    double[] capacities = new double[costs.length];
    for (int i = 0; i < costs.length; i++) {
      FirmValue firm = market.firms().get(i);
      costs[i] =
          firm.costCurve().isPresent()
              ? costAt(
                  firm.costCurve().get(),
                  made(firm, firm.costCurve().get()).magnitude(),
                  made(firm, firm.costCurve().get()).unit())
              : firm.cost().magnitude();
      capacities[i] = firm.capacity().map(Quantity::magnitude).orElse(Firm.UNLIMITED);
    }
    GameRefusals refusals =
        new GameRefusals(
            market, SolutionUnits.of(market, demand.price(), demand.output(), Double.NaN));
    return refusals.translating(
        () -> {
          UnequalMarket still = new UnequalMarket(demand.law(), costs, capacities);
          UnequalMarket.Outcome outcome =
              switch (concept) {
                case EQUILIBRIUM -> still.equilibrium();
                case COOPERATIVE -> still.cooperative();
                case PLANNER -> still.planner();
              };
          double worth = outcome.quantity() * outcome.price() * DisplayUnits.YEAR.toBase(1);
          SolutionUnits units = SolutionUnits.of(market, demand.price(), demand.output(), worth);
          return new UnequalStaticValue(market, concept, demand.law(), outcome, costs, units);
        });
  }
}
