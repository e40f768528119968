package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.solve.InadmissibleInput;
import org.tidemark.solve.RemainingDistanceSolution;
import org.tidemark.solve.threshold.Conduct;
import org.tidemark.solve.threshold.MovingOutcome;
import org.tidemark.solve.threshold.MovingSolution;
import org.tidemark.solve.threshold.MovingThreshold;
import org.tidemark.solve.threshold.TreatmentDifference;
import org.tidemark.spi.value.Value;

/** The outcome of a market whose threshold or demand moves. */
final class MovingSolutionValue extends TimedSolutionValue {
  private final Conduct conduct;
  private final MovingThreshold moving;
  private final boolean exact;
  private final MovingSolution solution;

  MovingSolutionValue(
      SymmetricMarket symmetric,
      Concept concept,
      Conduct conduct,
      MovingThreshold moving,
      double asked,
      boolean exact) {
    super(symmetric, concept, asked);
    this.conduct = conduct;
    this.moving = moving;
    this.exact = exact;
    this.solution = exact ? moving.exact(conduct, start()) : moving.quasiStatic(conduct, start());
  }

  @Override
  double seconds() {
    return solution.crossingTime();
  }

  @Override
  double remainingAfter(double seconds) {
    try {
      return solution.remainingAfter(seconds);
    } catch (InadmissibleInput refused) {
      throw SymmetricMarket.refusal(market(), refused);
    }
  }

  @Override
  State along(double seconds) {
    try {
      return state(
          seconds == 0
              ? solution.initially()
              : solution.at(solution.remainingAfter(seconds), seconds));
    } catch (InadmissibleInput refused) {
      throw SymmetricMarket.refusal(market(), refused);
    }
  }

  @Override
  State elsewhere(double remaining) {
    try {
      return state(solution.at(remaining, 0));
    } catch (InadmissibleInput refused) {
      throw SymmetricMarket.refusal(market(), refused);
    }
  }

  private static State state(MovingOutcome outcome) {
    return new State(outcome.aggregateOutput(), outcome.price(), outcome.value());
  }

  @Override
  String treatment() {
    return exact ? "exact" : "quasi-static";
  }

  @Override
  TreatmentDifference thresholdError() {
    try {
      return moving.difference(conduct, start());
    } catch (InadmissibleInput refused) {
      throw SymmetricMarket.refusal(market(), refused);
    }
  }

  @Override
  double drift() {
    return solution.driftRatio();
  }

  @Override
  String method() {
    return solution.method();
  }

  @Override
  double residual() {
    return solution.residual();
  }

  private RemainingDistanceSolution still() {
    return concept().solve(symmetric().game());
  }

  /** That of the threshold which stands still: with one that moves it would change on the way. */
  @Override
  String regime() {
    return still().regime().name().toLowerCase(Locale.ROOT);
  }

  @Override
  Value bound() {
    return Values.of(new Quantity(still().continuationValueBound(), units().value()));
  }

  @Override
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    notePassed(notes);
    if (Double.isInfinite(seconds())) {
      notes.add(
          "the crossing is never reached: the threshold keeps out of reach for "
              + DisplayUnits.years(solution.horizon()).text()
              + ", as far as was looked");
    }
    if (!solution.slowDrift() && Double.isFinite(seconds())) {
      notes.add(
          "the threshold moves at up to "
              + NumberText.sensible(percent(solution.driftRatio()))
              + " % of output, where the quasi-static treatment asks for much less"
              + (exact ? "" : "; threshold_error says by how much it is off"));
    }
    if (!exact && !moving.demand().isNone()) {
      notes.add(
          "the quasi-static treatment takes the demand of each moment to stay as it is;"
              + " threshold_error says by how much it is off");
    }
    return notes;
  }

  private static double percent(double share) {
    return StrictMath.rint(share * 1e3) / 10;
  }
}
