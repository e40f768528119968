package org.tidemark.vocab.industry;

import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;

/** The outcome of a market that is on its way to a crossing, whatever what is done depends on. */
abstract class SolutionOnTheWay extends SolutionValue {
  /** How far past the crossing, relative to its time, still counts as at it. */
  private static final double ROUNDING = 1e-12;

  private final double asked;

  /**
   * An outcome.
   *
   * @param asked the remaining distance at the start; not above 0 where the crossing has been
   *     passed
   */
  SolutionOnTheWay(MarketValue market, Concept concept, double asked, SolutionUnits units) {
    super(market, concept, units);
    this.asked = asked;
  }

  /** The time to the crossing from the start; infinite where it is never reached. */
  abstract double seconds();

  /** The remaining distance, a time after the start. */
  abstract double remainingAfter(double seconds);

  /** A measure a time after the start, in base units. */
  abstract double along(Measure measure, double seconds);

  /** How the time to the crossing moves with the input that is followed. */
  double secondsTangent() {
    return 0;
  }

  /** The remaining distance at the start as it was found, negative where the crossing is passed. */
  final double asked() {
    return asked;
  }

  @Override
  final double start() {
    return Math.max(0, asked);
  }

  @Override
  final Value time() {
    return Double.isInfinite(seconds())
        ? SpecialValue.NEVER
        : Values.of(DisplayUnits.years(seconds()).withTangent(secondsTangent()));
  }

  @Override
  final Value date() {
    return Double.isInfinite(seconds()) ? SpecialValue.NEVER : Dates.after(startDate(), seconds());
  }

  @Override
  public final Drawing drawing(String name) {
    return new PathChart(this).of(name);
  }

  @Override
  Drawing drawing(String name, Measure measure, ProfileValue profile) {
    return new ProfileChart(this, measure, profile).of(name);
  }

  /** What is crossed, as a chart says it. */
  final String crossingName() {
    return market().until().map(CrossingValue::name).orElse("crossing");
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

  /** The seconds since the start that a path is called with, as a time or a date. */
  final double secondsOf(Value argument) {
    if (argument instanceof DateValue date) {
      return Dates.between(startDate(), date);
    }
    Quantity time = Values.quantity(argument, "a time since the start, or a date,");
    if (!MarketKind.fits(time, DisplayUnits.YEAR.dimension())) {
      throw Problem.of(
              "E0501",
              "a path is called with a time since the start, or a date, and this is "
                  + time.dimension().describe())
          .withHelp("for example 2 year, or date(2026)");
    }
    return time.magnitude();
  }

  /**
   * A time between the start and the crossing.
   *
   * @throws Problem before the start and after the crossing, of which the solution says nothing
   */
  final double onPath(double seconds) {
    double end = seconds();
    if (!(seconds >= 0) || seconds > end + ROUNDING * end) {
      throw Problem.of(
              "E0501",
              "the path leads from the start to the crossing after "
                  + DisplayUnits.years(end).text()
                  + ", and this is "
                  + (seconds < 0
                      ? DisplayUnits.years(-seconds).text() + " before the start"
                      : DisplayUnits.years(seconds).text() + " after the start"))
          .withHelp("ask for a time between the two");
    }
    return Math.min(seconds, end);
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
