package org.tidemark.vocab.fits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Series;
import org.tidemark.spi.type.Types;
import org.tidemark.vocab.charts.Charts;
import org.tidemark.vocab.charts.Grid;
import org.tidemark.vocab.charts.Side;

/** The data of a fit, its curve and where further data should lie. */
final class FitChart {
  private static final String DATA = "data";
  private static final String BAND = "95 % prediction interval";

  private final Fit fit;
  private final FitObject.Prediction prediction;

  /**
   * A chart.
   *
   * @param prediction null where more than one thing explains
   */
  FitChart(Fit fit, FitObject.Prediction prediction) {
    this.fit = fit;
    this.prediction = prediction;
  }

  Chart of(String name) {
    List<String> notes = new ArrayList<>();
    notes.add(fit.summary());
    if (fit.data().leftOut() > 0) {
      notes.add(fit.data().leftOut() + " rows with an empty cell are left out");
    }
    return prediction == null ? againstFitted(name, notes) : alongRegressor(name, notes);
  }

  private Chart alongRegressor(String name, List<String> notes) {
    Axis across = fit.data().regressor();
    Axis response = fit.data().response();
    Side x = across.side();
    Side y = response.side();
    if (fit.isOfLogarithm()) {
      boolean time = across.dates() || across.unit().dimension().equals(Types.TIME);
      x = time ? x : x.logarithmic();
      y = y.logarithmic();
    }
    double[] places =
        Grid.linear(
            Arrays.stream(across.numbers()).min().orElseThrow(),
            Arrays.stream(across.numbers()).max().orElseThrow());
    List<Series> series = new ArrayList<>();
    PredictionBand band = new PredictionBand(fit, prediction);
    if (band.isKnown()) {
      double[] low = new double[places.length];
      double[] high = new double[places.length];
      for (int i = 0; i < places.length; i++) {
        low[i] = band.at(places[i]).low();
        high[i] = band.at(places[i]).high();
      }
      series.add(
          new Series(
              BAND, List.of(new Mark.Band(x.numbers(places), y.numbers(low), y.numbers(high)))));
    } else {
      notes.add("no interval is drawn: the data do not tell how far further ones would scatter");
    }
    series.add(
        new Series(
            DATA,
            List.of(new Mark.Points(x.numbers(across.numbers()), y.numbers(response.numbers())))));
    DoubleUnaryOperator curve = at -> prediction.at(fit.at(), at);
    series.add(Charts.line(name, x.numbers(places), y.numbers(places, curve)));
    return Charts.of(name, x, y, series, List.of(), notes);
  }

  /** Where several things explain: what was observed against what the fit says of it. */
  private Chart againstFitted(String name, List<String> notes) {
    Axis response = fit.data().response();
    double[] observed = response.numbers();
    double[] residuals = fit.regression().residuals();
    double[] fitted = new double[observed.length];
    for (int i = 0; i < fitted.length; i++) {
      fitted[i] =
          fit.isOfLogarithm()
              ? observed[i] / StrictMath.exp(residuals[i])
              : observed[i] - residuals[i];
    }
    Side x =
        new Side(response.name() + " by the fit", response.side().unit(), response.side().scale());
    Side y = response.side();
    if (fit.isOfLogarithm()) {
      x = x.logarithmic();
      y = y.logarithmic();
    }
    double[] ends = {
      Arrays.stream(fitted).min().orElseThrow(), Arrays.stream(fitted).max().orElseThrow()
    };
    return Charts.of(
        name,
        x,
        y,
        List.of(
            Charts.line("as the fit says", x.numbers(ends), y.numbers(ends)),
            new Series(DATA, List.of(new Mark.Points(x.numbers(fitted), y.numbers(observed))))),
        List.of(),
        notes);
  }
}
