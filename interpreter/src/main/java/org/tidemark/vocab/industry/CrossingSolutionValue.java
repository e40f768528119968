package org.tidemark.vocab.industry;

import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;

/** The outcome of a market whose output brings a crossing, however it was found. */
abstract class CrossingSolutionValue extends SolutionValue {
  private final double asked;

  /**
   * An outcome.
   *
   * @param asked the remaining distance at the start; not above 0 where the crossing has been
   *     passed
   */
  CrossingSolutionValue(MarketValue market, Concept concept, double asked, SolutionUnits units) {
    super(market, concept, units);
    this.asked = asked;
  }

  /** A measure at a remaining distance, in base units. */
  abstract double at(Measure measure, double remaining);

  /** The time to the crossing from the start. */
  abstract double seconds();

  /** The remaining distance, a time after the start. */
  abstract double remainingAfter(double seconds);

  /** The remaining distance at the start as it was found, negative where the crossing is passed. */
  final double asked() {
    return asked;
  }

  @Override
  final double start() {
    return Math.max(0, asked);
  }

  @Override
  ProfileValue profile(Measure measure) {
    UnitExpression unit = measure.unit(units());
    return new ProfileValue(
        measure.words(),
        unit,
        () -> at(measure, start()),
        remaining -> at(measure, remaining),
        asked -> tangent(measure, asked.orElseGet(this::starting)));
  }

  @Override
  final Value time() {
    return Double.isInfinite(seconds())
        ? SpecialValue.NEVER
        : Values.of(DisplayUnits.years(seconds()).withTangent(secondsTangent()));
  }

  /** The remaining distance at the start, with its tangent. */
  final Quantity starting() {
    return new Quantity(start(), units().stock(), remainingTangent());
  }

  /** How the remaining distance at the start moves with the input that is followed. */
  double remainingTangent() {
    return 0;
  }

  /** How a measure moves with that input; not a number where that is not known. */
  double tangent(Measure measure, Quantity remaining) {
    return 0;
  }

  /** How the time to the crossing moves with that input. */
  double secondsTangent() {
    return 0;
  }

  @Override
  final Value date() {
    return Double.isInfinite(seconds()) ? SpecialValue.NEVER : Dates.after(startDate(), seconds());
  }

  /**
   * When the market starts.
   *
   * @throws Problem where it does not say
   */
  final DateValue startDate() {
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
  final Value path() {
    return new PathValue(this);
  }

  @Override
  final Value remaining() {
    return Values.of(units().distance(start()));
  }

  @Override
  public final String summary() {
    int firms = market().firms().size();
    return concept().words()
        + " of "
        + firms
        + (firms == 1 ? " firm" : " firms")
        + (Double.isInfinite(seconds())
            ? ": the crossing is never reached"
            : asked > 0
                ? ": crossing after " + DisplayUnits.years(seconds()).text()
                : ": crossed already")
        + market()
            .start()
            .filter(start -> asked > 0 && Double.isFinite(seconds()))
            .map(start -> ", on " + Dates.text(Dates.after(start, seconds())))
            .orElse("");
  }
}
