package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.solve.CrossingRegime;
import org.tidemark.solve.RemainingDistanceSolution;
import org.tidemark.spi.value.DateValue;

/** What a reader of a solution should know and would not ask. */
final class SolutionNotes {
  private SolutionNotes() {}

  static List<String> of(DynamicSolutionValue solution) {
    List<String> notes = ofStart(solution);
    SolutionUnits units = solution.units();
    RemainingDistanceSolution solved = solution.solved().orElseThrow();
    double value = solved.game().continuationValue();
    if (solved.regime() == CrossingRegime.DESIRED) {
      notes.add(
          "the crossing is desired: the continuation value, "
              + new Quantity(value, units.value()).text()
              + ", is above what waiting for ever would earn, "
              + new Quantity(solved.continuationValueBound(), units.value()).text());
    }
    double overproduction = solved.game().overproductionBound();
    if (value > overproduction && solved.game().firms() > 1) {
      notes.add(
          "above a continuation value of "
              + new Quantity(overproduction, units.value()).text()
              + " competing firms produce less than cooperating ones near the crossing");
    }
    belowZero(solution, solved).ifPresent(notes::add);
    return notes;
  }

  /** Of where the market starts, whoever is in it. */
  static List<String> ofStart(CrossingSolutionValue solution) {
    List<String> notes = new ArrayList<>();
    double asked = solution.asked();
    if (!(asked > 0)) {
      notes.add(
          asked == 0
              ? "the market starts at the crossing: time 0, value the continuation value"
              : "the crossing was passed by "
                  + solution.units().distance(-asked).text()
                  + " before the start: time 0, value the continuation value");
    }
    startingPoint(solution.market()).ifPresent(notes::add);
    return notes;
  }

  private static Optional<String> belowZero(
      DynamicSolutionValue solution, RemainingDistanceSolution solved) {
    if (!(solution.cost() + solved.price(0) < 0)) {
      return Optional.empty();
    }
    double within = solved.priceNegativeBelow();
    if (solution.cost() != 0 || Double.isInfinite(within)) {
      return Optional.of("near the crossing the price is below zero");
    }
    return Optional.of(
        "the price is below zero within "
            + solution.units().distance(within).text()
            + " of the crossing");
  }

  private static Optional<String> startingPoint(MarketValue market) {
    if (!market.startsAtReference() || market.curve().isEmpty()) {
      return Optional.empty();
    }
    Optional<DateValue> asOf = market.curve().get().asOf();
    if (asOf.isEmpty() || market.start().isEmpty()) {
      return Optional.of(
          "produced is not set: the market starts at the reference point of "
              + market.curve().get().label().name());
    }
    return asOf.get().equals(market.start().get())
        ? Optional.empty()
        : Optional.of(
            "produced is not set: the market starts in "
                + Dates.text(market.start().get())
                + " at the cumulative output that "
                + market.curve().get().label().name()
                + " gives for "
                + Dates.text(asOf.get()));
  }
}
