package org.tidemark.vocab.industry;

import java.util.List;
import java.util.Optional;
import org.tidemark.solve.Quadrature;
import org.tidemark.solve.RemainingDistanceSolution;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.charts.Charts;

/** A solution of firms alike in which what is done depends on the time as well as the distance. */
abstract class TimedSolutionValue extends SolutionOnTheWay {
  private static final int PANELS = 8;

  /**
   * What holds at a place.
   *
   * @param output of all firms
   * @param price that buyers pay, less the common cost
   * @param value of one firm
   */
  record State(double output, double price, double value) {}

  private final SymmetricMarket symmetric;

  /**
   * A solution.
   *
   * @param asked the remaining distance at the start; not above 0 where the crossing has been
   *     passed
   */
  TimedSolutionValue(SymmetricMarket symmetric, Concept concept, double asked) {
    super(symmetric.market(), concept, asked, symmetric.units());
    this.symmetric = symmetric;
  }

  /** What holds at a time on the path. */
  abstract State along(double seconds);

  @Override
  final double along(Measure measure, double seconds) {
    return of(measure, along(seconds));
  }

  /** What would hold at the start at another remaining distance. */
  abstract State elsewhere(double remaining);

  final SymmetricMarket symmetric() {
    return symmetric;
  }

  /** Until when all firms make as much as they can; 0 where nothing bounds them. */
  double capacityUntil() {
    return 0;
  }

  @Override
  final TableValue switches() {
    return SwitchTable.of(this, capacityUntil());
  }

  @Override
  final Optional<RemainingDistanceSolution> solved() {
    return Optional.empty();
  }

  @Override
  final ProfileValue profile(Measure measure) {
    return new ProfileValue(
        measure.words(),
        measure.unit(units()),
        units().stock(),
        () -> {
          if (measure == Measure.CONSUMER_VALUE) {
            return consumerValue();
          }
          return measure == Measure.TOTAL_VALUE
              ? consumerValue() + symmetric.firms().number() * along(0).value
              : of(measure, along(0));
        },
        remaining -> {
          if (measure == Measure.CONSUMER_VALUE || measure == Measure.TOTAL_VALUE) {
            throw Refusal.missing(measure.words() + " is known along the path from the start only")
                .withHelp("ask it of a market that starts at that distance");
          }
          return of(measure, elsewhere(remaining));
        });
  }

  /** What buyers gain in all is gathered along one path, so it has no value elsewhere. */
  @Override
  Drawing drawing(String name, Measure measure, ProfileValue profile) {
    if (measure.isPresentValue()) {
      throw Charts.nothingToDraw(
              measure.words() + " is known at the start only where the market moves in time")
          .withHelp("show it, or plot what it is gathered from: industry.consumer_surplus");
    }
    return super.drawing(name, measure, profile);
  }

  /** A measure of what holds, in base units. */
  final double of(Measure measure, State state) {
    int firms = symmetric.firms().number();
    double margin = symmetric.game().choke() - state.price;
    double profit = state.price * state.output;
    double surplus = margin * state.output / 2;
    return switch (measure) {
      case QUANTITY -> state.output;
      case PRICE -> symmetric.firms().cost() + state.price;
      case VALUE -> state.value;
      case PROFIT -> profit / firms;
      case FIRM_QUANTITY -> state.output / firms;
      case INDUSTRY_VALUE -> firms * state.value;
      case INDUSTRY_PROFIT -> profit;
      case CONSUMER_SURPLUS -> surplus;
      case TOTAL_SURPLUS -> surplus + profit;
      case SHADOW_PRICE ->
          throw Refusal.missing(
                  measure.words() + " is not told where the threshold or the capacity moves")
              .withHelp("ask it of a market in which they stand still");
      case CONSUMER_VALUE, TOTAL_VALUE -> throw new IllegalArgumentException(measure.words());
    };
  }

  private double consumerValue() {
    double rate = symmetric.game().discountRate();
    double end = Double.isInfinite(seconds()) ? 50 / rate : seconds();
    double sum = 0;
    for (int i = 0; i < PANELS; i++) {
      sum +=
          Quadrature.of(
                  t -> StrictMath.exp(-rate * t) * of(Measure.CONSUMER_SURPLUS, along(t)),
                  end * i / PANELS,
                  end * (i + 1) / PANELS)
              .value();
    }
    return sum;
  }

  @Override
  final Value path() {
    return new TimedPathValue(this);
  }

  /** What is said of a market that starts at or beyond the crossing. */
  final void notePassed(List<String> notes) {
    if (!(asked() > 0)) {
      notes.add(
          asked() == 0
              ? "the market starts at the crossing: time 0, value the continuation value"
              : "the crossing was passed by "
                  + units().distance(-asked()).text()
                  + " before the start: time 0, value the continuation value");
    }
  }
}
