package org.tidemark.vocab.questions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tidemark.vocab.charts.Drawn.only;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.value.TableValue;
import org.tidemark.vocab.charts.Drawn;

/** What rankings of inputs look like. */
class RankingPicturesTest {
  private static final String MODEL =
      """
      param big = 10 USD to 40 USD
      param small = 3 USD to 4 USD
      param count = 2
      total = count * big + small
      """;

  @Test
  void aTornadoHasItsLongestBarOnTop() {
    Drawn drawn = Drawn.of(MODEL, "tornado(total)", "total");
    Chart chart = drawn.chart("tornado(total)");
    assertEquals(List.of("small", "big"), chart.y().categories(), "numbers rise from the bottom");
    assertEquals("USD", chart.x().unit().orElseThrow().text());
    Mark.Bars low = only(chart, "low, 10 % quantile", Mark.Bars.class);
    Mark.Bars high = only(chart, "high, 90 % quantile", Mark.Bars.class);
    assertTrue(low.sideways() && high.sideways());
    TableValue table = (TableValue) drawn.value("tornado(total)");
    assertEquals("big", ((org.tidemark.spi.value.TextValue) table.rows().get(0).get(0)).text());
    double baseline = drawn.number("total");
    for (int i = 0; i < 2; i++) {
      assertEquals(Drawn.number(table.column("at_low").get(i)), low.top().get(i));
      assertEquals(Drawn.number(table.column("at_high").get(i)), high.top().get(i));
      assertEquals(baseline, low.base().get(i));
      assertTrue(low.top().get(i) < baseline && baseline < high.top().get(i));
    }
    // the bar of the first input lies at the place of its name
    assertEquals(1, (low.from().get(0) + low.to().get(0)) / 2, 1e-12);
    Marker.Threshold rule = (Marker.Threshold) chart.markers().get(0);
    assertEquals(baseline, rule.at());
    assertEquals(false, rule.level());
  }

  @Test
  void indicesAreBarsWithTheirIntervals() {
    String sobol = "sobol(total, samples: 256)";
    Drawn drawn = Drawn.of(MODEL, sobol, "morris(total)");
    Chart chart = drawn.chart(sobol);
    assertEquals(List.of("big", "small"), chart.x().categories());
    TableValue table = (TableValue) drawn.value(sobol);
    for (String index : List.of("first", "total")) {
      Mark.Bars bars = only(chart, index, Mark.Bars.class);
      Mark.Spreads strokes = only(chart, index, Mark.Spreads.class);
      for (int i = 0; i < 2; i++) {
        assertEquals(Drawn.number(table.column(index).get(i)), bars.top().get(i));
        assertEquals(Drawn.number(table.column(index + "_low").get(i)), strokes.low().get(i));
        assertEquals(Drawn.number(table.column(index + "_high").get(i)), strokes.high().get(i));
        assertTrue(
            bars.from().get(i) < strokes.x().get(i) && strokes.x().get(i) < bars.to().get(i));
      }
    }
    Chart morris = drawn.chart("morris(total)");
    TableValue sizes = (TableValue) drawn.value("morris(total)");
    Mark.Bars size = only(morris, "size", Mark.Bars.class);
    assertEquals("move of the answer (USD)", morris.y().title());
    for (int i = 0; i < 2; i++) {
      assertEquals(Drawn.number(sizes.column("size").get(i)), size.top().get(i), 1e-12);
    }
  }

  @Test
  void sensitivitiesAreBarsOfElasticities() {
    Drawn drawn =
        Drawn.of(MODEL, "sensitivity(total)", "sensitivity(date(2026) + total * 1 year / 1 USD)");
    Chart chart = drawn.chart("sensitivity(total)");
    TableValue table = (TableValue) drawn.value("sensitivity(total)");
    Mark.Bars bars = only(chart, "elasticity", Mark.Bars.class);
    assertEquals(table.rows().size(), bars.top().size());
    for (int i = 0; i < bars.top().size(); i++) {
      assertEquals(Drawn.number(table.column("elasticity").get(i)), bars.top().get(i));
    }
    assertEquals("E0570", drawn.refusal("sensitivity(date(2026) + total * 1 year / 1 USD)").code());
  }
}
