package org.tidemark.vocab.industry;

import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.solve.RemainingDistanceSolution;
import org.tidemark.solve.game.GameSolution;
import org.tidemark.solve.threshold.MovingSolution;
import org.tidemark.solve.threshold.TreatmentDifference;
import org.tidemark.solve.threshold.UnequalQuasiStatic;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;

/**
 * The quasi-static outcome of a market that the closed forms do not cover and whose threshold
 * moves: what is done at a distance is what the market that stands still does there, and the path
 * in time is another.
 */
final class UnequalMovingValue extends CrossingSolutionValue {
  private static final String EXACT_UNKNOWN =
      "the exact solution is known for firms alike without capacities and a linear demand only";

  private final UnequalQuasiStatic moving;
  private final UnequalSolutionValue still;
  private final GameRefusals refusals;

  /**
   * An outcome.
   *
   * @param asked the remaining distance at the start
   */
  UnequalMovingValue(
      MarketValue market,
      Concept concept,
      UnequalQuasiStatic moving,
      Quantity asked,
      SolutionUnits units) {
    super(market, concept, asked.magnitude(), units);
    this.moving = moving;
    GameSolution solved = moving.still();
    this.still = new UnequalSolutionValue(market, concept, solved, asked, Optional.empty(), units);
    this.refusals = new GameRefusals(market, units);
  }

  @Override
  Optional<RemainingDistanceSolution> solved() {
    return Optional.empty();
  }

  @Override
  double seconds() {
    return moving.crossingTime();
  }

  @Override
  double remainingAfter(double seconds) {
    return refusals.translating(() -> moving.remainingAfter(seconds));
  }

  @Override
  boolean isTold(Measure measure) {
    return still.isTold(measure);
  }

  @Override
  double at(Measure measure, double remaining) {
    if (measure.isPresentValue()) {
      throw Refusal.missing(
              measure.words()
                  + " is not told where the threshold moves and firms differ or are capped: it"
                  + " would be gathered along another path than firms expect")
          .withHelp("ask it of a market whose threshold stands still");
    }
    return still.at(measure, remaining);
  }

  @Override
  ProfileValue profile(Measure measure) {
    double atStart = at(measure, start());
    return new ProfileValue(
        measure.words(),
        measure.unit(units()),
        units().stock(),
        () -> atStart,
        left -> at(measure, left));
  }

  @Override
  ProfileValue profile(Measure measure, FirmValue firm) {
    return still.profile(measure, firm);
  }

  @Override
  double cost(FirmValue firm) {
    return still.cost(firm);
  }

  /** Differences stand alone: how the path moves with an input is not followed. */
  @Override
  double tangent(Measure measure, Quantity remaining) {
    return Double.NaN;
  }

  @Override
  double secondsTangent() {
    return Double.NaN;
  }

  @Override
  TableValue switches() {
    return SwitchTable.of(this, refusals.translating(moving::switches));
  }

  @Override
  String method() {
    return moving.method();
  }

  @Override
  double residual() {
    return moving.residual();
  }

  /** That of the threshold which stands still. */
  @Override
  String regime() {
    return still.regime();
  }

  @Override
  Value bound() {
    return still.bound();
  }

  @Override
  String treatment() {
    return "quasi-static";
  }

  @Override
  TreatmentDifference thresholdError() {
    throw Refusal.missing(
            "by how much the quasi-static treatment of "
                + market().name()
                + " is off is not told: "
                + EXACT_UNKNOWN)
        .withHelp("drift tells how fast the threshold moves, as a share of output");
  }

  @Override
  double drift() {
    return moving.driftRatio();
  }

  @Override
  List<String> notes() {
    List<String> notes = still.notes();
    notes.add("quasi-static: " + EXACT_UNKNOWN);
    if (Double.isInfinite(seconds())) {
      notes.add(
          "the crossing is never reached: the threshold keeps out of reach for "
              + DisplayUnits.years(moving.horizon()).text()
              + ", as far as was looked");
    } else if (drift() > MovingSolution.QUASI_STATIC_LIMIT) {
      notes.add(
          "the threshold moves at up to "
              + NumberText.sensible(StrictMath.rint(drift() * 1e3) / 10)
              + " % of output, where the quasi-static treatment asks for much less");
    }
    return notes;
  }
}
