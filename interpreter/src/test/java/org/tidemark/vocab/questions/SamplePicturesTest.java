package org.tidemark.vocab.questions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tidemark.vocab.charts.Drawn.line;
import static org.tidemark.vocab.charts.Drawn.names;
import static org.tidemark.vocab.charts.Drawn.only;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.value.TableValue;
import org.tidemark.vocab.charts.Drawn;

/** What samples look like. */
class SamplePicturesTest {
  private static final String MODEL =
      """
      param r = 3 %/year to 8 %/year
      param cost = 2 USD/GB to 4 USD/GB
      mc = sample({ double: log(2) / r, halve: log(2) / (2 * r), cost }, draws: 500)
      """;

  @Test
  void aSampledAnswerIsItsHistogramWithMedianAndBand() {
    Drawn drawn =
        Drawn.of(
            MODEL,
            "mc.double",
            "mc.double.histogram",
            "mc.double.median",
            "mc.double.low",
            "mc.double.high");
    Chart chart = drawn.chart("mc.double");
    assertEquals("mc.double (year)", chart.x().title());
    assertEquals("draws", chart.y().title());
    Mark.Bars bars = only(chart, "mc.double", Mark.Bars.class);
    TableValue histogram = (TableValue) drawn.value("mc.double.histogram");
    assertEquals(histogram.rows().size(), bars.top().size());
    for (int i = 0; i < bars.top().size(); i++) {
      assertEquals(Drawn.number(histogram.column("from").get(i)), bars.from().get(i));
      assertEquals(Drawn.number(histogram.column("to").get(i)), bars.to().get(i));
      assertEquals(Drawn.number(histogram.column("count").get(i)), bars.top().get(i));
    }
    assertEquals(500, bars.top().stream().sum());
    Mark.Band band = only(chart, "90 % of the draws", Mark.Band.class);
    double median = drawn.number("mc.double.median");
    assertEquals(drawn.number("mc.double.low"), band.x().get(0));
    assertEquals(drawn.number("mc.double.high"), band.x().get(1));
    assertTrue(band.x().get(0) < median && median < band.x().get(1));
    Marker.Threshold rule = (Marker.Threshold) chart.markers().get(0);
    assertEquals(median, rule.at());
    assertEquals(List.of("500 draws"), chart.notes());
  }

  @Test
  void severalAnswersOfOneSortShareAChart() {
    String script =
        MODEL + "times = sample({ double: log(2) / r, halve: log(2) / (2 * r) }, draws: 300)\n";
    Drawn drawn = Drawn.of(script, "times", "times.double.median", "mc");
    Chart chart = drawn.chart("times");
    assertEquals(List.of("double", "halve"), names(chart));
    Mark.Line line = line(chart, "double");
    assertEquals(drawn.number("times.double.median"), line.x().get(100));
    assertEquals(0.5, line.y().get(100));
    assertEquals(1, line.y().get(200));
    Problem refused = drawn.refusal("mc");
    assertEquals("E0571", refused.code());
    assertEquals(
        "double is time and cost is money / information, which have no side of a chart in common",
        refused.getMessage());
  }

  @Test
  void whatNeverComesAndWhatFailsIsSaid() {
    Drawn drawn =
        Drawn.of(
            """
            param x = uniform(0, 1)
            late = sample(if x > 0.5 then never else x * 1 year, draws: 400)
            day = sample(date(2026) + x * 1 year, draws: 400)
            """,
            "late",
            "late.never",
            "day");
    Chart late = drawn.chart("late");
    int never = (int) drawn.number("late.never");
    assertEquals(400, never + only(late, "late", Mark.Bars.class).top().stream().sum());
    assertTrue(
        late.notes().contains(never + " of them never, to the right of all bars"),
        late.notes()::toString);
    assertEquals(List.of("late"), names(late), "90 % reach to never, so there is no band");
    assertEquals(Axis.Scale.DATES, drawn.chart("day").x().scale());
  }
}
