package org.tidemark.vocab.games;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tidemark.vocab.charts.Drawn.crossing;
import static org.tidemark.vocab.charts.Drawn.line;
import static org.tidemark.vocab.charts.Drawn.only;

import org.junit.jupiter.api.Test;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.plot.Axis.Scale;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.value.ValueText;
import org.tidemark.vocab.charts.Drawn;

/** What games look like. */
class GamePicturesTest {
  private static final String FISHERY =
      """
      game fishery {
        state           = 0.05 .. 0.9
        control         = x => 0 .. x
        payoff          = (x, c, i) => log(c[i])
        motion          = (x, c) => (x - sum(c))^0.3
        discount_factor = 0.95
        spacing         = "logarithmic"
      }
      """;

  @Test
  void aGameIsWhatThePlayersDoInEachState() {
    Drawn drawn =
        Drawn.of(
            FISHERY,
            "fishery",
            "fishery.steady_state",
            "fishery.strategy",
            "fishery.strategy(0.5)",
            "0.5");
    Chart chart = drawn.chart("fishery");
    assertEquals(Scale.LOG, chart.x().scale());
    Mark.Line line = line(chart, "fishery");
    assertEquals(0.05, line.x().get(0));
    assertEquals(0.9, line.x().get(line.x().size() - 1));
    for (int i = 0; i < line.x().size(); i += 30) {
      double there =
          Drawn.number(
              Drawn.call(drawn.value("fishery.strategy"), line.x().get(i), UnitExpression.NONE));
      assertEquals(there, line.y().get(i), 1e-12);
    }
    assertEquals(drawn.number("fishery.steady_state"), crossing(chart).x(), 1e-12);
    Drawing.Course strategy = drawn.course("fishery.strategy");
    assertEquals("0.05 .. 0.9", ValueText.of(strategy.natural().orElseThrow()));
    assertEquals(drawn.value("fishery.strategy(0.5)"), strategy.at().apply(drawn.value("0.5")));
  }

  @Test
  void aPathGoesStepByStepToItsRest() {
    Drawn drawn =
        Drawn.of(FISHERY, "fishery.path(0.05)", "fishery.path(0.05)(3)", "fishery.steady_state");
    Chart chart = drawn.chart("fishery.path(0.05)");
    assertEquals("step", chart.x().title());
    Mark.Points points = only(chart, "fishery.path(0.05)", Mark.Points.class);
    assertEquals(0.05, points.y().get(0), 1e-12);
    assertEquals(drawn.number("fishery.path(0.05)(3)"), points.y().get(3), 1e-12);
    double rest = drawn.number("fishery.steady_state");
    assertEquals(rest, ((Marker.Threshold) chart.markers().get(0)).at(), 1e-12);
    assertTrue(Math.abs(points.y().get(points.y().size() - 1) - rest) < 0.01 * rest);
  }
}
