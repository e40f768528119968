package org.tidemark.vocab.questions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Series;
import org.tidemark.vocab.charts.Charts;
import org.tidemark.vocab.charts.Side;

/**
 * Several sampled answers that measure the same: for each the share of draws at or below a number,
 * which compares them whatever the width of their bins.
 */
final class SampleChart {
  /** Quantiles at every half percent. */
  private static final int STEPS = 200;

  private final String name;
  private final Map<String, SampledValue> answers;

  SampleChart(String name, Map<String, SampledValue> answers) {
    this.name = name;
    this.answers = answers;
  }

  Chart of() {
    Side x = side();
    Side y = Side.of("share of the draws at or below", UnitExpression.NONE);
    List<Series> series = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    answers.forEach(
        (answer, sampled) -> {
          List<Double> across = new ArrayList<>();
          List<Double> share = new ArrayList<>();
          for (int i = 0; i <= STEPS; i++) {
            double probability = (double) i / STEPS;
            double quantile = sampled.figures().quantile(probability).value();
            if (Double.isFinite(quantile)) {
              across.add(quantile);
              share.add(probability);
            }
          }
          series.add(
              Charts.line(
                  answer,
                  x.numbers(across.stream().mapToDouble(d -> d).toArray()),
                  y.numbers(share.stream().mapToDouble(d -> d).toArray())));
          notes.add(answer + ": " + sampled.summary());
        });
    List<Marker> markers = List.of(new Marker.Threshold(true, 0.5, "median"));
    return Charts.of(name, x, y, series, markers, notes);
  }

  /** What is common to all of them. */
  private Side side() {
    String first = null;
    Outcomes common = null;
    for (Map.Entry<String, SampledValue> each : answers.entrySet()) {
      Outcomes outcomes = each.getValue().outcomes();
      if (outcomes.isUnitless()) {
        continue;
      }
      if (common == null) {
        first = each.getKey();
        common = outcomes;
      } else if (common.dates() != outcomes.dates()
          || !common.unit().dimension().equals(outcomes.unit().dimension())) {
        throw unlike(first, common, each.getKey(), outcomes);
      }
    }
    return common == null
        ? Side.of("answer", UnitExpression.NONE)
        : Side.of(common.dates() ? "date" : "answer", common.unit(), common.dates());
  }

  private Problem unlike(String one, Outcomes first, String other, Outcomes second) {
    return Charts.unlike(
            one
                + " is "
                + words(first)
                + " and "
                + other
                + " is "
                + words(second)
                + ", which have no side of a chart in common")
        .withHelp("plot one of them: plot " + name + "." + one)
        .withHelp("or each in a plot of its own");
  }

  private static String words(Outcomes outcomes) {
    return outcomes.dates() ? "a date" : outcomes.unit().dimension().describe();
  }
}
