package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Series;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.charts.Charts;
import org.tidemark.vocab.charts.Grid;
import org.tidemark.vocab.charts.Side;

/** Both sides of a comparison in time, and where they meet. */
final class TimedCrossingChart {
  private static final int MOST_PLACES = 120;

  private final TimedCrossingSearch search;
  private final TimedCrossingValue crossing;

  TimedCrossingChart(TimedCrossingSearch search, TimedCrossingValue crossing) {
    this.search = search;
    this.crossing = crossing;
  }

  Chart of(String name) {
    List<Double> places = new ArrayList<>();
    double[] known = search.times();
    for (double place : known) {
      places.add(place);
    }
    double end = known[known.length - 1];
    double[] years = Grid.with(Grid.linear(0, end), Grid.thinned(places, MOST_PLACES));
    double[] across = new double[years.length];
    double[] left = new double[years.length];
    double[] right = new double[years.length];
    for (int i = 0; i < years.length; i++) {
      across[i] = place(years[i]);
      left[i] = search.number(search.left(years[i]));
      right[i] = search.number(search.right(years[i]));
    }
    Side x = Side.ofTime(crossing.start().isPresent());
    String[] names = names();
    Side y = side(isStill(right) ? names[0] : "");
    List<Series> series = new ArrayList<>();
    series.add(Charts.line(names[0], x.numbers(across), y.numbers(left)));
    List<Marker> markers = new ArrayList<>();
    if (isStill(right)) {
      markers.add(new Marker.Threshold(true, y.number(right[0]), names[1]));
    } else {
      series.add(Charts.line(names[1], x.numbers(across), y.numbers(right)));
    }
    List<String> notes = new ArrayList<>();
    if (Double.isInfinite(crossing.seconds())) {
      notes.add(crossing.condition() + " never within the horizon");
    } else {
      double at = crossing.seconds() / CalendarDate.SECONDS_PER_YEAR;
      markers.add(
          new Marker.Crossing(
              x.number(place(at)), y.number(search.number(search.left(at))), name + when()));
    }
    return Charts.of(name, x, y, series, markers, notes);
  }

  private String when() {
    return crossing
        .start()
        .map(start -> " at " + Dates.text(Dates.after(start, crossing.seconds())))
        .orElseGet(() -> " at " + DisplayUnits.years(crossing.seconds()).text(4));
  }

  private double place(double years) {
    return crossing
        .start()
        .map(start -> start.year() + years)
        .orElse(years * CalendarDate.SECONDS_PER_YEAR);
  }

  private static boolean isStill(double[] numbers) {
    for (double number : numbers) {
      if (number != numbers[0]) {
        return false;
      }
    }
    return true;
  }

  /** In the unit of the side that runs. */
  private Side side(String label) {
    Value left = search.left(0);
    if (left instanceof DateValue) {
      return Side.ofDates(label);
    }
    UnitExpression unit =
        Values.find(left)
            .filter(found -> !found.fitsAnything())
            .or(() -> Values.find(search.right(0)))
            .map(found -> found.unit())
            .orElse(UnitExpression.NONE);
    return Side.of(label, unit);
  }

  /** Both sides as they are written, where they can be told apart. */
  private String[] names() {
    for (String operator : List.of(">=", "<=", ">", "<", "rises above", "falls below")) {
      String[] sides = crossing.condition().split(" " + operator + " ", -1);
      if (sides.length == 2) {
        return sides;
      }
    }
    return new String[] {"what crosses", "what is crossed"};
  }
}
