package org.tidemark.vocab.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.tidemark.quantity.NumberText;
import org.tidemark.solve.fit.LogForecast;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Series;
import org.tidemark.vocab.charts.Charts;
import org.tidemark.vocab.charts.Side;

/** Forecasts from the last row of the data on: a median, and intervals that widen. */
final class ForecastFan {
  private static final int STEPS = 60;
  private static final double[] LEVELS = {0.95, 0.8, 0.5};

  private final Fit.Series data;
  private final double[] places;
  private final List<LogForecast> forecasts;

  private ForecastFan(Fit.Series data, double[] places, List<LogForecast> forecasts) {
    this.data = data;
    this.places = places;
    this.forecasts = forecasts;
  }

  /**
   * A fan along a line of time.
   *
   * @param place on the regressor's axis, for a part of the way
   * @param forecast for a part of the way above 0
   */
  static ForecastFan steps(
      Fit.Series data, DoubleUnaryOperator place, DoubleFunction<LogForecast> forecast) {
    double[] places = new double[STEPS];
    List<LogForecast> forecasts = new ArrayList<>();
    for (int i = 1; i <= STEPS; i++) {
      double part = (double) i / STEPS;
      places[i - 1] = place.applyAsDouble(part);
      forecasts.add(forecast.apply(part));
    }
    return new ForecastFan(data, places, forecasts);
  }

  /**
   * A fan of whole steps, or some of them where they are many.
   *
   * @param count how many steps there are
   * @param place on the regressor's axis after so many
   * @param forecast after so many, at least 1
   */
  static ForecastFan whole(
      Fit.Series data, int count, IntToDoubleFunction place, IntFunction<LogForecast> forecast) {
    int shown = Math.min(count, STEPS);
    double[] places = new double[shown];
    List<LogForecast> forecasts = new ArrayList<>();
    for (int i = 1; i <= shown; i++) {
      int step = (int) Math.round((double) i * count / shown);
      places[i - 1] = place.applyAsDouble(step);
      forecasts.add(forecast.apply(step));
    }
    return new ForecastFan(data, places, forecasts);
  }

  Chart of(String name) {
    Side x = data.regressor().side();
    if (!data.regressor().dates() && !isTime()) {
      x = x.logarithmic();
    }
    Side y = data.response().side().logarithmic();
    List<Series> series = new ArrayList<>();
    for (double level : LEVELS) {
      Mark band =
          new Mark.Band(
              x.numbers(from(places, data.regressor().last())),
              y.numbers(along(each -> each.interval(level).low())),
              y.numbers(along(each -> each.interval(level).high())));
      series.add(new Series(NumberText.sensible(100 * level) + " %", List.of(band)));
    }
    series.add(
        new Series(
            "data",
            List.of(
                new Mark.Points(
                    x.numbers(data.regressor().numbers()), y.numbers(data.response().numbers())))));
    series.add(
        Charts.line(
            "median",
            x.numbers(from(places, data.regressor().last())),
            y.numbers(along(LogForecast::median))));
    return Charts.of(
        name,
        x,
        y,
        series,
        List.of(),
        List.of("bands hold the truth so often, by the law of errors"));
  }

  private boolean isTime() {
    return data.regressor().unit().dimension().equals(org.tidemark.spi.type.Types.TIME);
  }

  /** A figure of the forecasts, from the last cost that is known on. */
  private double[] along(ToDoubleFunction<LogForecast> figure) {
    return from(forecasts.stream().mapToDouble(figure).toArray(), data.response().last());
  }

  private static double[] from(double[] numbers, double first) {
    double[] all = new double[numbers.length + 1];
    all[0] = first;
    System.arraycopy(numbers, 0, all, 1, numbers.length);
    return all;
  }
}
