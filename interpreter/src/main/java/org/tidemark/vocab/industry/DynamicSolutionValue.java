package org.tidemark.vocab.industry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.OutcomeAtDistance;
import org.tidemark.solve.RemainingDistanceSolution;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.Value;

/** The outcome of a market whose output brings a crossing. */
final class DynamicSolutionValue extends SolutionValue {
  private final RemainingDistanceSolution solved;
  private final double cost;
  private final double asked;
  private final OutcomeAtDistance outcome;

  /**
   * An outcome.
   *
   * @param cost the constant cost that the solver does not know of, in base units
   * @param asked the remaining distance at the start; not above 0 where the crossing has been
   *     passed
   */
  DynamicSolutionValue(
      MarketValue market,
      Concept concept,
      RemainingDistanceSolution solved,
      double cost,
      double asked,
      SolutionUnits units) {
    super(market, concept, units);
    this.solved = solved;
    this.cost = cost;
    this.asked = asked;
    this.outcome = solved.at(Math.max(0, asked));
  }

  @Override
  Optional<RemainingDistanceSolution> solved() {
    return Optional.of(solved);
  }

  @Override
  double start() {
    return Math.max(0, asked);
  }

  double cost() {
    return cost;
  }

  double seconds() {
    return outcome.timeToCrossing();
  }

  @Override
  ProfileValue profile(Measure measure) {
    UnitExpression unit = measure.unit(units());
    return new ProfileValue(
        measure.words(),
        unit,
        () -> measure.at(solved, cost, start()),
        remaining -> measure.at(solved, cost, remaining));
  }

  @Override
  Value time() {
    return Values.of(DisplayUnits.years(seconds()));
  }

  @Override
  Value date() {
    return Dates.after(startDate(), seconds());
  }

  /**
   * When the market starts.
   *
   * @throws Problem where it does not say
   */
  DateValue startDate() {
    return market()
        .start()
        .orElseThrow(
            () ->
                Refusal.missing(
                        "the market "
                            + market().name()
                            + " does not say when it starts, so its"
                            + " solution has times and no dates")
                    .withHelp("start = date(2024)"));
  }

  @Override
  Value path() {
    return new PathValue(this);
  }

  @Override
  Value remaining() {
    return Values.of(units().distance(start()));
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
    return SolutionNotes.of(this, asked);
  }

  @Override
  public String summary() {
    int firms = market().firms().size();
    return concept().words()
        + " of "
        + firms
        + (firms == 1 ? " firm" : " firms")
        + (asked > 0
            ? ": crossing after " + DisplayUnits.years(seconds()).text()
            : ": crossed already")
        + market()
            .start()
            .filter(start -> asked > 0)
            .map(start -> ", on " + Dates.text(Dates.after(start, seconds())))
            .orElse("");
  }
}
