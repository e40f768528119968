package org.tidemark.vocab.charts;

import java.util.Arrays;
import java.util.List;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Series;
import org.tidemark.spi.value.Distribution;

/** How the probability of a number with a smooth distribution lies. */
public final class DensityChart {
  private static final double TAIL = 0.005;
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;
  private static final int DIGITS = 3;

  /** A slope over so small a part of a step that neither rounding nor curvature is seen. */
  private static final double NEAR = 1.0 / 16;

  private DensityChart() {}

  /** The chart. */
  public static Chart of(String name, Distribution distribution, UnitExpression unit) {
    Side x = Side.of(name, unit);
    Side y = Side.of("probability density", UnitExpression.NONE.over(unit));
    double[] places = Grid.linear(distribution.quantile(TAIL), distribution.quantile(1 - TAIL));
    double step = NEAR * (places[1] - places[0]);
    double[] density = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      double rise =
          distribution.cumulative(places[i] + step) - distribution.cumulative(places[i] - step);
      density[i] = Math.max(0, rise / (2 * step));
    }
    double low = distribution.quantile(LOW);
    double high = distribution.quantile(HIGH);
    int from = 0;
    int to = places.length;
    while (places[from] < low) {
      from++;
    }
    while (places[to - 1] > high) {
      to--;
    }
    Mark band =
        new Mark.Band(
            x.numbers(Arrays.copyOfRange(places, from, to)),
            Coordinates.of(new double[to - from]),
            y.numbers(Arrays.copyOfRange(density, from, to)));
    Mark line = new Mark.Line(x.numbers(places), y.numbers(density));
    double median = distribution.median();
    return Charts.of(
        name,
        x,
        y,
        List.of(new Series(name, List.of(band, line))),
        List.of(new Marker.Threshold(false, x.number(median), "median " + text(median, unit))),
        List.of(
            "90 % of the probability lie from " + text(low, unit) + " to " + text(high, unit),
            "the outermost 1 % is left out"));
  }

  private static String text(double magnitude, UnitExpression unit) {
    return new Quantity(magnitude, unit).text(DIGITS);
  }
}
