package org.tidemark.vocab.industry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.solve.OutcomeAtDistance;
import org.tidemark.solve.RemainingDistanceSolution;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;

/** The outcome of a market whose output brings a crossing. */
final class DynamicSolutionValue extends CrossingSolutionValue {
  private final RemainingDistanceSolution solved;
  private final double cost;
  private final OutcomeAtDistance outcome;
  private final MarketTangent moves;

  /**
   * An outcome.
   *
   * @param cost the constant cost that the solver does not know of, in base units
   * @param tangent how the market's inputs move
   * @param asked the remaining distance at the start; not above 0 where the crossing has been
   *     passed
   */
  DynamicSolutionValue(
      MarketValue market,
      Concept concept,
      RemainingDistanceSolution solved,
      double cost,
      Quantity asked,
      MarketTangent tangent,
      SolutionUnits units) {
    super(market, concept, asked.magnitude(), units);
    this.moves = tangent;
    this.solved = solved;
    this.cost = cost;
    this.outcome = solved.at(start());
  }

  @Override
  Optional<RemainingDistanceSolution> solved() {
    return Optional.of(solved);
  }

  double cost() {
    return cost;
  }

  @Override
  double seconds() {
    return outcome.timeToCrossing();
  }

  @Override
  double remainingTangent() {
    return moves.remaining();
  }

  @Override
  double tangent(Measure measure, Quantity remaining) {
    return isStill(remaining) ? 0 : symmetric().of(measure, remaining);
  }

  @Override
  double secondsTangent() {
    return isStill(starting()) ? 0 : symmetric().time(start());
  }

  private boolean isStill(Quantity remaining) {
    return remaining.tangent() == 0 && moves.isNone();
  }

  /** How the loss of value against joint conduct moves; 0 where nothing does. */
  double lossTangent() {
    return isStill(starting()) ? 0 : symmetric().loss(start());
  }

  private SymmetricTangent symmetric() {
    return new SymmetricTangent(moves, solved.game(), concept());
  }

  @Override
  double at(Measure measure, double remaining) {
    return measure.at(solved, cost, remaining);
  }

  @Override
  double remainingAfter(double seconds) {
    return solved.remainingAfter(seconds, start());
  }

  @Override
  TableValue switches() {
    return SwitchTable.of(this, List.of());
  }

  @Override
  String method() {
    return outcome.method();
  }

  @Override
  double residual() {
    return outcome.residual();
  }

  @Override
  String regime() {
    return solved.regime().name().toLowerCase(Locale.ROOT);
  }

  @Override
  Value bound() {
    return Values.of(new Quantity(solved.continuationValueBound(), units().value()));
  }

  @Override
  List<String> notes() {
    return SolutionNotes.of(this);
  }
}
