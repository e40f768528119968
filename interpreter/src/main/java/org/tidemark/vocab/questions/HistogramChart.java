package org.tidemark.vocab.questions;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.chance.Histogram;
import org.tidemark.solve.chance.SampleSummary;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Series;
import org.tidemark.spi.value.ValueText;
import org.tidemark.vocab.charts.Charts;
import org.tidemark.vocab.charts.Side;

/** One sampled answer: how many of its draws fell where, its median and where 90 % of them lie. */
final class HistogramChart {
  private final Outcomes outcomes;
  private final SampleSummary summary;

  HistogramChart(Outcomes outcomes, SampleSummary summary) {
    this.outcomes = outcomes;
    this.summary = summary;
  }

  /**
   * The chart.
   *
   * @throws org.tidemark.solve.chance.InadmissibleSample where no draw has a finite outcome
   */
  Chart of(String name) {
    Histogram histogram = summary.histogram();
    Side x = Side.of(name, outcomes.unit(), outcomes.dates());
    int bins = histogram.bins();
    double[] from = new double[bins];
    double[] to = new double[bins];
    double[] counts = new double[bins];
    double most = 0;
    for (int i = 0; i < bins; i++) {
      from[i] = histogram.edge(i);
      to[i] = histogram.edge(i + 1);
      counts[i] = histogram.count(i);
      most = Math.max(most, counts[i]);
    }
    List<Series> series = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    double low = summary.quantile(SampledValue.LOW).value();
    double high = summary.quantile(SampledValue.HIGH).value();
    if (Double.isFinite(high)) {
      series.add(
          new Series(
              "90 % of the draws",
              List.of(
                  new Mark.Band(
                      x.numbers(low, high), Coordinates.of(0, 0), Coordinates.of(most, most)))));
    } else {
      notes.add("90 % of the draws lie from " + text(low) + " to never");
    }
    series.add(
        new Series(
            name,
            List.of(
                new Mark.Bars(
                    x.numbers(from),
                    x.numbers(to),
                    Coordinates.of(new double[bins]),
                    Coordinates.of(counts),
                    false))));
    List<Marker> markers = new ArrayList<>();
    double median = summary.quantile(0.5).value();
    if (Double.isFinite(median)) {
      markers.add(new Marker.Threshold(false, x.number(median), "median " + text(median)));
    } else {
      notes.add("the median is never");
    }
    noteMissing(notes);
    Side y = Side.of("draws", UnitExpression.NONE);
    return Charts.of(name, x, y, series, markers, notes);
  }

  private String text(double number) {
    return ValueText.of(outcomes.value(number));
  }

  private void noteMissing(List<String> notes) {
    notes.add(summary.draws() + " draws");
    if (summary.never() > 0) {
      notes.add(summary.never() + " of them never, to the right of all bars");
    }
    if (summary.failed() > 0) {
      notes.add(summary.failed() + " of them without a solution, left out");
    }
  }
}
