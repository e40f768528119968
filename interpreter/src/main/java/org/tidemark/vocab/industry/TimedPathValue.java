package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;
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

/**
 * The path of a solution that depends on time, as functions of the time since the start or of the
 * date.
 *
 * @param solution whose
 */
record TimedPathValue(TimedSolutionValue solution) implements Tabular, Plottable {
  private static final int MOST_ROWS = 100_000;
  private static final List<Measure> MEASURES =
      List.of(Measure.QUANTITY, Measure.PRICE, Measure.VALUE, Measure.PROFIT);

  @Override
  public Drawing drawing(String name) {
    return solution.drawing(name);
  }

  @Override
  public Value member(String name) {
    UnitExpression stock = solution.units().stock();
    return switch (name) {
      case "remaining" -> course("the remaining distance", stock, solution::remainingAfter);
      case "cumulative" -> course("cumulative output", stock, this::cumulative);
      case "quantity" -> course(Measure.QUANTITY);
      case "price" -> course(Measure.PRICE);
      case "value" -> course(Measure.VALUE);
      case "profit" -> course(Measure.PROFIT);
      default -> throw Refusal.missing("a path has no " + name);
    };
  }

  /** What was made by then: the threshold of that time less the distance still left. */
  private double cumulative(double seconds) {
    MarketValue market = solution.market();
    double atStart = market.until().isPresent() ? market.startingOutput().magnitude() : 0;
    double risen = market.until().map(crossing -> crossing.risen(seconds, market)).orElse(0.0);
    return atStart + (solution.start() + risen - solution.remainingAfter(seconds));
  }

  private CourseValue course(Measure measure) {
    return course(
        measure.words(),
        measure.unit(solution.units()),
        seconds -> solution.of(measure, solution.along(seconds)));
  }

  private CourseValue course(String words, UnitExpression unit, DoubleUnaryOperator atSeconds) {
    return new CourseValue(
        words,
        argument ->
            new Quantity(
                atSeconds.applyAsDouble(solution.onPath(solution.secondsOf(argument))), unit),
        name -> new PathChart(solution).of(name, words, unit, atSeconds));
  }

  @Override
  public TableValue rows(Optional<Quantity> every) {
    double step = every.map(Quantity::magnitude).orElse(DisplayUnits.YEAR.toBase(1));
    double end = solution.seconds();
    if (!(step > 0)) {
      throw Problem.of("E0501", "the time between rows has to be above 0")
          .withHelp("for example every: 1 year")
          .about("every");
    }
    if (!(end / step <= MOST_ROWS)) {
      throw Problem.of(
              "E0501",
              Double.isInfinite(end)
                  ? "the crossing is never reached, so the table of the path has no end"
                  : "the path has more than " + MOST_ROWS + " rows")
          .withHelp("ask the path at single times: path.quantity(3 year)")
          .about("every");
    }
    List<List<Value>> rows = new ArrayList<>();
    for (int i = 0; i * step < end; i++) {
      rows.add(row(i * step));
    }
    rows.add(row(end));
    List<String> columns = new ArrayList<>(List.of("t"));
    if (solution.market().start().isPresent()) {
      columns.add("date");
    }
    columns.addAll(List.of("remaining", "quantity", "price", "value", "profit"));
    return new TableValue(columns, rows);
  }

  private List<Value> row(double seconds) {
    List<Value> cells = new ArrayList<>();
    cells.add(Values.of(DisplayUnits.years(seconds)));
    solution.market().start().ifPresent(date -> cells.add(Dates.after(date, seconds)));
    cells.add(Values.of(solution.units().distance(solution.remainingAfter(seconds))));
    TimedSolutionValue.State state = solution.along(seconds);
    for (Measure measure : MEASURES) {
      cells.add(
          Values.of(new Quantity(solution.of(measure, state), measure.unit(solution.units()))));
    }
    return cells;
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
