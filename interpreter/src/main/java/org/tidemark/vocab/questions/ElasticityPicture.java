package org.tidemark.vocab.questions;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.plot.Series;
import org.tidemark.vocab.charts.Charts;
import org.tidemark.vocab.charts.NamedBars;
import org.tidemark.vocab.charts.Side;

/**
 * Elasticities as lying bars.
 *
 * @param slopes the inputs, the largest elasticity first
 * @param date whether the answer is a date, which has none
 */
record ElasticityPicture(List<Slope> slopes, boolean date) implements Plottable {
  @Override
  public Drawing drawing(String name) {
    List<Slope> told =
        date
            ? List.of()
            : slopes.stream().filter(slope -> Double.isFinite(slope.elasticity())).toList();
    if (told.isEmpty()) {
      throw Charts.nothingToDraw(
              date
                  ? "the answer is a date, of which an elasticity makes no sense"
                  : "the answer is zero, so elasticities are not finite")
          .withHelp("ask for a time or a quantity, for example nash.time")
          .withHelp("or show the table, which has the derivatives");
    }
    NamedBars bars = NamedBars.lying(told.stream().map(slope -> slope.input().name()).toList());
    double[] top = told.stream().mapToDouble(Slope::elasticity).limit(bars.size()).toArray();
    List<String> notes = new ArrayList<>(bars.notes());
    if (told.size() < slopes.size()) {
      notes.add(slopes.size() - told.size() + " inputs without a finite elasticity are left out");
    }
    return new Chart(
        name,
        Side.of("elasticity", UnitExpression.NONE).axis(),
        bars.axis("input"),
        List.of(new Series("elasticity", List.of(bars.bars(new double[top.length], top)))),
        List.of(),
        notes);
  }

  @Override
  public String describe() {
    return "bars of elasticities";
  }
}
