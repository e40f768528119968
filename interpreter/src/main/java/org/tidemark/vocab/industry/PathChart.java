package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Series;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.charts.Charts;
import org.tidemark.vocab.charts.Gaps;
import org.tidemark.vocab.charts.Grid;
import org.tidemark.vocab.charts.Side;

/** Outcomes on the way to a crossing along the time, or the date. */
final class PathChart {
  /** So long a way that never ends is drawn. */
  private static final double LONG = DisplayUnits.YEAR.toBase(30);

  private final SolutionOnTheWay solution;
  private final Optional<DateValue> start;
  private final boolean endless;
  private final double end;
  private final Gaps gaps = new Gaps();

  PathChart(SolutionOnTheWay solution) {
    this.solution = solution;
    this.start = solution.market().start();
    this.endless = Double.isInfinite(solution.seconds());
    this.end = endless ? LONG : solution.seconds();
  }

  /** What all firms make, and each sort of firm where they differ. */
  Chart of(String name) {
    double[] times = times();
    Side y = Side.of(Measure.QUANTITY.label(), solution.units().output());
    DoubleUnaryOperator all = seconds -> solution.along(Measure.QUANTITY, seconds);
    List<Series> series = new ArrayList<>();
    if (solution.isTold(Measure.FIRM_QUANTITY)) {
      series.add(line(name, times, y, all));
    } else {
      series.add(line("all firms", times, y, all));
      for (FirmGroup group : FirmGroup.of(solution.market().firms())) {
        ProfileValue made = solution.profile(Measure.FIRM_QUANTITY, group.first());
        series.add(
            line(group.label(), times, y, seconds -> made.at(solution.remainingAfter(seconds))));
      }
    }
    List<String> notes = new ArrayList<>();
    if (!endless) {
      notes.add(
          name
              + ": the price goes from "
              + price(0)
              + " at the start to "
              + price(end)
              + " at the crossing");
    }
    notes.addAll(solution.notes());
    return chart(name, y, series, all, notes);
  }

  /**
   * One measure.
   *
   * @param atSeconds it, a time after the start, both in base units
   */
  Chart of(String name, String words, UnitExpression unit, DoubleUnaryOperator atSeconds) {
    Side y = Side.of(words.startsWith("the ") ? words.substring("the ".length()) : words, unit);
    return chart(name, y, List.of(line(name, times(), y, atSeconds)), atSeconds, new ArrayList<>());
  }

  private Chart chart(
      String name, Side y, List<Series> series, DoubleUnaryOperator measure, List<String> notes) {
    List<Marker> markers = new ArrayList<>();
    if (endless) {
      notes.add(
          "the crossing is never reached; drawn are "
              + DisplayUnits.years(end).text()
              + " of the way");
    } else {
      markers.add(
          new Marker.Crossing(
              x().number(place(end)), y.number(measure.applyAsDouble(end)), crossing()));
    }
    notes.addAll(gaps.notes());
    return Charts.of(name, x(), y, series, markers, notes);
  }

  private String crossing() {
    return solution.crossingName()
        + start
            .map(date -> ", " + Dates.text(Dates.after(date, end)))
            .orElseGet(() -> " after " + DisplayUnits.years(end).text(4));
  }

  private String price(double seconds) {
    return new Quantity(solution.along(Measure.PRICE, seconds), solution.units().price()).text(4);
  }

  private Series line(String name, double[] times, Side y, DoubleUnaryOperator atSeconds) {
    double[] places = new double[times.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = place(times[i]);
    }
    Coordinates x = x().numbers(places);
    return Charts.line(name, x, y.numbers(times, gaps.in(atSeconds)));
  }

  private Side x() {
    return Side.ofTime(start.isPresent());
  }

  /** A time along the chart, in seconds or as a decimal year. */
  private double place(double seconds) {
    return start.map(date -> Dates.after(date, seconds).year()).orElse(seconds);
  }

  /**
   * Times to look at, those at which firms change what they do and the threshold falls among them.
   *
   * @throws org.tidemark.spi.Problem where there is no way to go
   */
  private double[] times() {
    if (!(solution.asked() > 0)) {
      throw ProfileChart.crossedAlready(solution);
    }
    List<Double> bends = new ArrayList<>();
    if (!endless) {
      for (Value time : solution.switches().column("t")) {
        bends.add(Values.quantity(time, "a time").magnitude());
      }
    }
    MarketValue market = solution.market();
    market
        .until()
        .ifPresent(until -> until.falls().forEach(fall -> bends.add(fall.release(market).time())));
    return Grid.with(Grid.linear(0, end), bends);
  }
}
