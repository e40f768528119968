package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.tidemark.quantity.Quantity;
import org.tidemark.solve.RemainingDistanceSolution;
import org.tidemark.solve.game.EquilibriumTangent;
import org.tidemark.solve.game.FirmOutcome;
import org.tidemark.solve.game.GameSolution;
import org.tidemark.solve.game.MarketOutcome;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;

/** The outcome of a market of unequal firms whose output brings a crossing. */
final class UnequalSolutionValue extends CrossingSolutionValue {
  private final GameSolution solved;
  private final GameRefusals refusals;
  private final MarketOutcome outcome;
  private final MarketTangent moves;

  /**
   * An outcome.
   *
   * @param asked the remaining distance at the start
   * @param tangent how the market's inputs move; absent where the demand is not linear
   */
  UnequalSolutionValue(
      MarketValue market,
      Concept concept,
      GameSolution solved,
      Quantity asked,
      Optional<MarketTangent> tangent,
      SolutionUnits units) {
    super(market, concept, asked.magnitude(), units);
    this.moves = tangent.orElse(null);
    this.solved = solved;
    this.refusals = new GameRefusals(market, units);
    this.outcome = solved.at(start());
  }

  @Override
  Optional<RemainingDistanceSolution> solved() {
    return Optional.empty();
  }

  @Override
  double seconds() {
    return outcome.timeToCrossing();
  }

  @Override
  double remainingTangent() {
    return moves == null ? 0 : moves.remaining();
  }

  @Override
  double secondsTangent() {
    return motion(starting(), EquilibriumTangent.Motion::time);
  }

  @Override
  double tangent(Measure measure, Quantity remaining) {
    return motion(remaining, motion -> moved(measure, motion));
  }

  /** Not a number where the derivative is not known; the differences then stand alone. */
  private double motion(Quantity remaining, ToDoubleFunction<EquilibriumTangent.Motion> part) {
    if (moves == null || (moves.isNone() && remaining.tangent() == 0)) {
      return 0;
    }
    if (concept() != Concept.EQUILIBRIUM) {
      return Double.NaN;
    }
    return EquilibriumTangent.of(
            solved, moves.direction(remaining.tangent()), remaining.magnitude())
        .map(motion -> part.applyAsDouble(motion))
        .orElse(Double.NaN);
  }

  private double moved(Measure measure, EquilibriumTangent.Motion motion) {
    return switch (measure) {
      case QUANTITY -> motion.quantity();
      case PRICE -> motion.price();
      case INDUSTRY_VALUE -> Arrays.stream(motion.values()).sum();
      case VALUE -> motion.values()[0];
      case FIRM_QUANTITY -> motion.outputs()[0];
      default -> Double.NaN;
    };
  }

  private double moved(int firm, Measure measure, EquilibriumTangent.Motion motion) {
    return switch (measure) {
      case VALUE -> motion.values()[firm];
      case FIRM_QUANTITY -> motion.outputs()[firm];
      default -> Double.NaN;
    };
  }

  @Override
  double remainingAfter(double seconds) {
    return refusals.translating(() -> solved.remainingAfter(seconds, start()));
  }

  @Override
  boolean isTold(Measure measure) {
    return solved.groups() == 1 || !measure.isOfOneFirm();
  }

  @Override
  double at(Measure measure, double remaining) {
    return refusals.translating(() -> measured(measure, remaining));
  }

  private double measured(Measure measure, double remaining) {
    if (measure.isOfOneFirm()) {
      if (!isTold(measure)) {
        throw Differing.firms(measure, market());
      }
      return measure.at(solved.at(remaining).firms().get(0));
    }
    if (measure.isPresentValue()) {
      return measure.at(solved.presentValues(remaining));
    }
    return Differing.finite(measure, measure.at(solved.at(remaining)));
  }

  /** What cannot be told is refused here, where the script asks, and not where it is shown. */
  @Override
  ProfileValue profile(Measure measure) {
    return profile(
        measure, x -> at(measure, x), asked -> tangent(measure, asked.orElseGet(this::starting)));
  }

  @Override
  ProfileValue profile(Measure measure, FirmValue firm) {
    int index = market().firms().indexOf(firm);
    return profile(
        measure,
        x -> of(index, measure, x),
        asked -> motion(asked.orElseGet(this::starting), motion -> moved(index, measure, motion)));
  }

  private ProfileValue profile(
      Measure measure,
      DoubleUnaryOperator atDistance,
      ToDoubleFunction<Optional<Quantity>> tangent) {
    double atStart = atDistance.applyAsDouble(start());
    return new ProfileValue(
        measure.words(),
        measure.unit(units()),
        units().stock(),
        () -> atStart,
        atDistance,
        tangent);
  }

  private double of(int index, Measure measure, double remaining) {
    return refusals.translating(() -> measure.at(solved.at(remaining).firms().get(index)));
  }

  @Override
  double cost(FirmValue firm) {
    return solved.game().firms().get(market().firms().indexOf(firm)).cost().at(start());
  }

  @Override
  TableValue switches() {
    return SwitchTable.of(this, solved.switches(start()));
  }

  @Override
  String method() {
    int groups = solved.groups();
    return solved.method() + ", " + groups + (groups == 1 ? " sort of firm" : " sorts of firms");
  }

  @Override
  double residual() {
    return solved.residual(start());
  }

  /** How the firms feel about the crossing at the start, told by the signs of V'. */
  @Override
  String regime() {
    boolean feared = false;
    boolean desired = false;
    for (FirmOutcome firm : outcome.firms()) {
      feared |= firm.shadowPrice() > 0;
      desired |= firm.shadowPrice() < 0;
    }
    if (feared && desired) {
      return "mixed";
    }
    return feared ? "feared" : desired ? "desired" : "neutral";
  }

  @Override
  Value bound() {
    throw Refusal.missing(
            "the firms of "
                + market().name()
                + " are not alike in a linear market without capacities, so no one continuation"
                + " value makes the crossing neutral")
        .withHelp("the sign of firm(f).shadow_price tells how a firm feels about the crossing");
  }

  @Override
  List<String> notes() {
    List<String> notes = SolutionNotes.ofStart(this);
    List<String> wanting = new ArrayList<>();
    List<String> idle = new ArrayList<>();
    for (int i = 0; i < outcome.firms().size(); i++) {
      String name = market().firms().get(i).name();
      FirmOutcome firm = outcome.firms().get(i);
      if (firm.shadowPrice() < 0 && !wanting.contains(name)) {
        wanting.add(name);
      }
      if (firm.quantity() == 0 && !idle.contains(name)) {
        idle.add(name);
      }
    }
    if (!wanting.isEmpty()) {
      notes.add("at the start the crossing is wanted by " + Values.words(wanting));
    }
    if (!idle.isEmpty()) {
      notes.add("at the start nothing is produced by " + Values.words(idle));
    }
    if (solved.at(0).price() < 0) {
      notes.add("near the crossing the price is below zero");
    }
    return notes;
  }
}
