package org.tidemark.vocab.fits;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tidemark.quantity.NumberText;
import org.tidemark.solve.fit.Hindcast.Coverage;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.plot.Series;
import org.tidemark.vocab.charts.Charts;
import org.tidemark.vocab.charts.Side;

/**
 * How often forecasts held against how often they should, beside how often they do where the law
 * holds.
 *
 * @param coverage for each level
 * @param forecasts how many there were
 * @param theta how much of a disturbance carries over
 */
record HindcastPicture(List<Coverage> coverage, int forecasts, double theta) implements Plottable {
  @Override
  public Drawing drawing(String name) {
    Side x = Side.of("level of the interval", WrightForm.PERCENT);
    Side y = Side.of("forecasts that held", WrightForm.PERCENT);
    double[] levels = numbers(Coverage::nominal);
    Mark law =
        new Mark.Band(
            x.numbers(levels),
            y.numbers(numbers(row -> row.expected() - row.expectedError())),
            y.numbers(numbers(row -> row.expected() + row.expectedError())));
    Mark middle = new Mark.Line(x.numbers(levels), y.numbers(numbers(Coverage::expected)));
    Mark held = new Mark.Points(x.numbers(levels), y.numbers(numbers(Coverage::observed)));
    boolean single = coverage.stream().anyMatch(row -> Double.isInfinite(row.samplingError()));
    Mark error =
        new Mark.Spreads(
            x.numbers(levels),
            y.numbers(numbers(row -> row.observed() - row.samplingError())),
            y.numbers(numbers(row -> row.observed() + row.samplingError())));
    String notes =
        forecasts
            + " forecasts, theta "
            + NumberText.significant(theta, 3)
            + "; "
            + (single
                ? "a single series does not tell its sampling error"
                : "strokes are one sampling error to each side");
    return Charts.of(
        name,
        x,
        y,
        List.of(
            new Series("by the law", List.of(law, middle)),
            new Series("held", single ? List.of(held) : List.of(error, held))),
        List.of(),
        List.of(notes));
  }

  private double[] numbers(ToDoubleFunction<Coverage> of) {
    return coverage.stream().mapToDouble(of).toArray();
  }

  @Override
  public String describe() {
    return "a picture of hindcasts";
  }
}
