package org.tidemark.vocab.industry;

import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.value.Value;

/** The outcome of a market whose output brings a crossing, however it was found. */
abstract class CrossingSolutionValue extends SolutionOnTheWay {
  /**
   * An outcome.
   *
   * @param asked the remaining distance at the start; not above 0 where the crossing has been
   *     passed
   */
  CrossingSolutionValue(MarketValue market, Concept concept, double asked, SolutionUnits units) {
    super(market, concept, asked, units);
  }

  /** A measure at a remaining distance, in base units. */
  abstract double at(Measure measure, double remaining);

  @Override
  final double along(Measure measure, double seconds) {
    return at(measure, remainingAfter(seconds));
  }

  @Override
  ProfileValue profile(Measure measure) {
    UnitExpression unit = measure.unit(units());
    return new ProfileValue(
        measure.words(),
        unit,
        units().stock(),
        () -> at(measure, start()),
        remaining -> at(measure, remaining),
        asked -> tangent(measure, asked.orElseGet(this::starting)));
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

  @Override
  final Value path() {
    return new PathValue(this);
  }
}
