package org.tidemark.vocab.industry;

import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.RemainingDistanceSolution;
import org.tidemark.solve.game.InverseDemand;
import org.tidemark.solve.game.UnequalMarket;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;

/** The outcome of a market of unequal firms in which nothing is crossed. */
final class UnequalStaticValue extends SolutionValue {
  private final InverseDemand demand;
  private final UnequalMarket.Outcome outcome;
  private final double[] costs;

  UnequalStaticValue(
      MarketValue market,
      Concept concept,
      InverseDemand demand,
      UnequalMarket.Outcome outcome,
      double[] costs,
      SolutionUnits units) {
    super(market, concept, units);
    this.demand = demand;
    this.outcome = outcome;
    this.costs = costs.clone();
  }

  private Problem nothingIsCrossed(String asked) {
    return StaticSolutionValue.nothingIsCrossed(market(), asked);
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
  boolean isTold(Measure measure) {
    return !measure.isOfOneFirm();
  }

  @Override
  ProfileValue profile(Measure measure) {
    if (measure.isPresentValue() || measure == Measure.VALUE || measure == Measure.INDUSTRY_VALUE) {
      throw nothingIsCrossed("value");
    }
    if (measure.isOfOneFirm()) {
      throw Differing.firms(measure, market());
    }
    return profile(measure, Differing.finite(measure, measured(measure)));
  }

  @Override
  ProfileValue profile(Measure measure, FirmValue firm) {
    int index = market().firms().indexOf(firm);
    double value =
        switch (measure) {
          case FIRM_QUANTITY -> outcome.outputs()[index];
          case PROFIT -> outcome.profits()[index];
          default -> throw nothingIsCrossed("value");
        };
    return profile(measure, value);
  }

  private ProfileValue profile(Measure measure, double value) {
    return new ProfileValue(
        measure.words(),
        measure.unit(units()),
        units().stock(),
        () -> value,
        remaining -> {
          throw nothingIsCrossed("remaining distance");
        });
  }

  private double measured(Measure measure) {
    return switch (measure) {
      case QUANTITY -> outcome.quantity();
      case PRICE -> outcome.price();
      case INDUSTRY_PROFIT -> outcome.industryProfit();
      case CONSUMER_SURPLUS -> outcome.consumerSurplus();
      default -> outcome.consumerSurplus() + outcome.industryProfit();
    };
  }

  @Override
  double cost(FirmValue firm) {
    return costs[market().firms().indexOf(firm)];
  }

  /** The demand, and where on it the outcome lies. */
  @Override
  public Drawing drawing(String name) {
    return new StaticChart(units(), demand::price).of(name, outcome.quantity(), outcome.price());
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
    return concept() == Concept.EQUILIBRIUM
        ? "Cournot, aggregate output by bisection"
        : "order of merit, aggregate output by bisection";
  }

  /** By how much the outputs of the firms, put back into the demand, miss the price. */
  @Override
  double residual() {
    double sum = 0;
    for (double output : outcome.outputs()) {
      sum += output;
    }
    return Math.abs(demand.price(sum) - outcome.price()) / Math.abs(outcome.price());
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
    UnitExpression output = units().output();
    return "static "
        + concept().function()
        + " of "
        + market().firms().size()
        + (market().firms().size() == 1 ? " firm: " : " firms: ")
        + new Quantity(outcome.quantity(), output).text()
        + " at "
        + new Quantity(outcome.price(), units().price()).text();
  }
}
