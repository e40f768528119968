package org.tidemark.vocab.questions;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.quantity.NumberText;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.plot.Series;
import org.tidemark.spi.value.ValueText;
import org.tidemark.vocab.charts.Charts;
import org.tidemark.vocab.charts.NamedBars;
import org.tidemark.vocab.charts.Side;

/**
 * A tornado: lying bars from the answer as the model stands to what it is with an input low or
 * high.
 *
 * @param names of the inputs, the one that moves the answer most first
 * @param outcomes the answer as the model stands, and for each input at its low and high value
 * @param low the probability of a lower value that low stands for
 * @param high that of high
 */
record TornadoPicture(List<String> names, Outcomes outcomes, double low, double high)
    implements Plottable {
  @Override
  public Drawing drawing(String name) {
    double[] all = outcomes.numbers();
    double baseline = all[0];
    List<String> notes = new ArrayList<>();
    if (!Double.isFinite(baseline)) {
      throw Charts.nothingToDraw(
              "with all inputs at their medians the answer is "
                  + ValueText.of(outcomes.value(baseline))
                  + ", and bars begin there")
          .withHelp("show the table, or ask for something that has a value");
    }
    NamedBars bars = NamedBars.lying(names);
    Side x = Side.of("answer", outcomes.unit(), outcomes.dates());
    double[] base = new double[bars.size()];
    double[] atLow = new double[bars.size()];
    double[] atHigh = new double[bars.size()];
    for (int i = 0; i < bars.size(); i++) {
      base[i] = x.number(baseline);
      atLow[i] = x.number(all[1 + 2 * i]);
      atHigh[i] = x.number(all[2 + 2 * i]);
      note(names.get(i), "low", all[1 + 2 * i], notes);
      note(names.get(i), "high", all[2 + 2 * i], notes);
    }
    notes.addAll(bars.notes());
    return new Chart(
        name,
        x.axis(),
        bars.axis("input"),
        List.of(
            new Series("low, " + percent(low), List.of(bars.bars(base, atLow))),
            new Series("high, " + percent(high), List.of(bars.bars(base, atHigh)))),
        List.of(
            new Marker.Threshold(
                false,
                x.number(baseline),
                "all at their medians: " + ValueText.of(outcomes.value(baseline)))),
        notes);
  }

  private void note(String input, String where, double answer, List<String> notes) {
    if (!Double.isFinite(answer)) {
      notes.add(
          "no bar: with "
              + input
              + " "
              + where
              + " the answer is "
              + ValueText.of(outcomes.value(answer)));
    }
  }

  private static String percent(double chance) {
    return NumberText.significant(100 * chance, 4) + " % quantile";
  }

  @Override
  public String describe() {
    return "a tornado";
  }
}
