package org.tidemark.vocab.industry;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Marker;
import org.tidemark.vocab.charts.Charts;
import org.tidemark.vocab.charts.Grid;
import org.tidemark.vocab.charts.Side;

/** The outcome of a market in which nothing is crossed, as a point on its demand. */
final class StaticChart {
  /** So far to both sides of the outcome the demand is drawn, as parts of the quantity. */
  private static final double FROM = 0.1;

  private static final double TO = 2;

  private final SolutionUnits units;
  private final DoubleUnaryOperator demand;

  /**
   * A chart.
   *
   * @param demand the price at an output, in base units
   */
  StaticChart(SolutionUnits units, DoubleUnaryOperator demand) {
    this.units = units;
    this.demand = demand;
  }

  /** The chart of an outcome, in base units. */
  Chart of(String name, double quantity, double price) {
    Side x = Side.of(Measure.QUANTITY.label(), units.output());
    Side y = Side.of(Measure.PRICE.label(), units.price());
    double[] outputs = Grid.linear(FROM * quantity, TO * quantity);
    String where =
        new Quantity(quantity, units.output()).text()
            + " at "
            + new Quantity(price, units.price()).text();
    return Charts.of(
        name,
        x,
        y,
        List.of(Charts.line("demand", x.numbers(outputs), y.numbers(outputs, this::atLeastZero))),
        List.of(new Marker.Crossing(x.number(quantity), y.number(price), name + ": " + where)),
        List.of());
  }

  /** Nobody pays to be rid of what is sold. */
  private double atLeastZero(double output) {
    return Math.max(0, demand.applyAsDouble(output));
  }

  /** What is said where a measure of such an outcome is to be drawn. */
  static Problem nothingChanges(MarketValue market, Measure measure) {
    return Charts.nothingToDraw(
            "nothing is crossed in "
                + market.name()
                + ", so "
                + measure.words()
                + " is one number and changes along nothing")
        .withHelp("plot the solution itself, which is a point on the demand")
        .withHelp("or give the market until = a crossing, or remaining = a cumulative output");
  }
}
