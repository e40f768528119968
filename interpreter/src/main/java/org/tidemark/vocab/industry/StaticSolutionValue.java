package org.tidemark.vocab.industry;

import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.RemainingDistanceSolution;
import org.tidemark.solve.StaticOutcome;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;

/** The outcome of a market in which nothing is crossed. */
final class StaticSolutionValue extends SolutionValue {
  private final StaticOutcome outcome;

  StaticSolutionValue(
      MarketValue market, Concept concept, StaticOutcome outcome, SolutionUnits units) {
    super(market, concept, units);
    this.outcome = outcome;
  }

  private Problem nothingIsCrossed(String asked) {
    return nothingIsCrossed(market(), asked);
  }

  /** What is asked has a value only where something is crossed. */
  static Problem nothingIsCrossed(MarketValue market, String asked) {
    return Refusal.missing(
            "nothing is crossed in " + market.name() + ", so its solution has no " + asked)
        .withHelp("give the market until = a crossing, or remaining = a cumulative output");
  }

  @Override
  Optional<RemainingDistanceSolution> solved() {
    return Optional.empty();
  }

  @Override
  double start() {
    throw nothingIsCrossed("remaining distance");
  }

  @Override
  ProfileValue profile(Measure measure) {
    double value = measure.at(outcome);
    UnitExpression unit = measure.unit(units());
    if (Double.isNaN(value)) {
      throw nothingIsCrossed("value");
    }
    return new ProfileValue(
        measure.words(),
        unit,
        units().stock(),
        () -> value,
        remaining -> {
          throw nothingIsCrossed("remaining distance");
        });
  }

  /** The demand, and where on it the outcome lies. */
  @Override
  public Drawing drawing(String name) {
    LinearDemandValue demand = (LinearDemandValue) market().demand();
    return new StaticChart(
            units(), q -> demand.price(new Quantity(q, units().output())).magnitude())
        .of(name, outcome.quantity(), outcome.price());
  }

  @Override
  Drawing drawing(String name, Measure measure, ProfileValue profile) {
    throw StaticChart.nothingChanges(market(), measure);
  }

  @Override
  TableValue switches() {
    throw nothingIsCrossed("switches");
  }

  @Override
  Value time() {
    throw nothingIsCrossed("time");
  }

  @Override
  Value date() {
    throw nothingIsCrossed("date");
  }

  @Override
  Value path() {
    throw nothingIsCrossed("path");
  }

  @Override
  Value remaining() {
    throw nothingIsCrossed("remaining distance");
  }

  @Override
  String method() {
    return concept().staticMethod();
  }

  /** By how much price and quantity, put back into the demand, miss it. */
  @Override
  double residual() {
    LinearDemandValue demand = (LinearDemandValue) market().demand();
    double price = demand.price(new Quantity(outcome.quantity(), units().output())).magnitude();
    return Math.abs(price - outcome.price()) / demand.choke().magnitude();
  }

  @Override
  String regime() {
    return "static";
  }

  @Override
  Value bound() {
    throw nothingIsCrossed("bound");
  }

  @Override
  List<String> notes() {
    return List.of();
  }

  @Override
  public String summary() {
    return "static "
        + concept().function()
        + " of "
        + market().firms().size()
        + (market().firms().size() == 1 ? " firm: " : " firms: ")
        + new Quantity(outcome.quantity(), units().output()).text()
        + " at "
        + new Quantity(outcome.price(), units().price()).text();
  }
}
