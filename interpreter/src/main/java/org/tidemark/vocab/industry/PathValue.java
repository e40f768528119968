package org.tidemark.vocab.industry;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Tabular;
import org.tidemark.spi.value.Value;

/** A solution in time: everything as a function of the time since the start, or of the date. */
final class PathValue implements Tabular, Plottable {

  private final CrossingSolutionValue solution;

  PathValue(CrossingSolutionValue solution) {
    this.solution = solution;
  }

  CrossingSolutionValue solution() {
    return solution;
  }

  @Override
  public TableValue rows(Optional<Quantity> every) {
    return PathTable.rows(this, every);
  }

  @Override
  public Drawing drawing(String name) {
    return solution.drawing(name);
  }

  @Override
  public Value member(String name) {
    SolutionUnits units = solution.units();
    return switch (name) {
      case "remaining" -> course("the remaining distance", units.stock(), this::remaining);
      case "cumulative" -> course("cumulative output", units.stock(), this::cumulative);
      case "quantity" -> course(Measure.QUANTITY);
      case "price" -> course(Measure.PRICE);
      case "value" -> course(Measure.VALUE);
      case "profit" -> course(Measure.PROFIT);
      default -> throw Refusal.missing("a path has no " + name);
    };
  }

  /** Since the start where the market does not say how much had been produced by then. */
  private double cumulative(double seconds) {
    MarketValue market = solution.market();
    double atStart = market.until().isPresent() ? market.startingOutput().magnitude() : 0;
    double left = remaining(seconds);
    double risen = market.until().map(crossing -> crossing.risen(seconds, market)).orElse(0.0);
    return atStart + (solution.start() + risen - left);
  }

  private CourseValue course(Measure measure) {
    return course(
        measure.words(),
        measure.unit(solution.units()),
        seconds -> at(measure, remaining(seconds)).magnitude());
  }

  private CourseValue course(String words, UnitExpression unit, DoubleUnaryOperator atSeconds) {
    return new CourseValue(
        words,
        argument -> new Quantity(atSeconds.applyAsDouble(solution.secondsOf(argument)), unit),
        name -> new PathChart(solution).of(name, words, unit, atSeconds));
  }

  /** A measure at a remaining distance. */
  Quantity at(Measure measure, double remaining) {
    return new Quantity(solution.at(measure, remaining), measure.unit(solution.units()));
  }

  /**
   * The remaining distance at a time.
   *
   * @throws Problem before the start and after the crossing, of which the solution says nothing
   */
  double remaining(double seconds) {
    return solution.remainingAfter(solution.onPath(seconds));
  }

  @Override
  public String summary() {
    return "path of " + solution.summary();
  }

  @Override
  public String describe() {
    return "a path";
  }
}
