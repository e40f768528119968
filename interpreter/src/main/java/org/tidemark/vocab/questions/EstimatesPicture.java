package org.tidemark.vocab.questions;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.chance.Estimate;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.plot.Series;
import org.tidemark.vocab.charts.NamedBars;
import org.tidemark.vocab.charts.Side;

/**
 * Estimates for inputs as bars with their 95 % intervals, several side by side.
 *
 * @param inputs the names, the most important first
 * @param what is estimated of each
 * @param label what the numbers are, in words
 * @param unit to show them in
 */
record EstimatesPicture(
    List<String> inputs, List<Estimated> what, String label, UnitExpression unit)
    implements Plottable {
  /** One figure of all inputs, in base units. */
  record Estimated(String name, List<Estimate> estimates) {}

  @Override
  public Drawing drawing(String name) {
    NamedBars bars = NamedBars.upright(inputs);
    Side y = Side.of(label, unit);
    List<Series> series = new ArrayList<>();
    for (int k = 0; k < what.size(); k++) {
      int n = bars.size();
      double[] top = new double[n];
      double[] low = new double[n];
      double[] high = new double[n];
      for (int i = 0; i < n; i++) {
        Estimate estimate = what.get(k).estimates().get(i);
        top[i] = y.number(estimate.value());
        low[i] = y.number(estimate.low());
        high[i] = y.number(estimate.high());
      }
      List<Mark> marks =
          List.of(
              bars.bars(new double[n], top, k, what.size()),
              bars.spreads(low, high, k, what.size()));
      series.add(new Series(what.get(k).name(), marks));
    }
    List<String> notes = new ArrayList<>(bars.notes());
    notes.add("strokes are 95 % intervals");
    return new Chart(name, bars.axis("input"), y.axis(), series, List.of(), notes);
  }

  @Override
  public String describe() {
    return "bars of inputs";
  }
}
