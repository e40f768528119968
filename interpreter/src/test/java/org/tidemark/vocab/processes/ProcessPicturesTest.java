package org.tidemark.vocab.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tidemark.vocab.charts.Drawn.line;
import static org.tidemark.vocab.charts.Drawn.names;
import static org.tidemark.vocab.charts.Drawn.number;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.vocab.charts.Drawn;

/** What states and helpers of processes look like. */
class ProcessPicturesTest {
  private static final String ADOPTION =
      """
      process adoption {
        state share = 1 %
        state users = 0 %
        let price = 10 USD * (1 - share)
        let left  = 1 - share
        der share = 0.8 /year * share * (1 - share)
        der users = share / year
        when share >= 40 % { share = 20 % }
        start = date(2026)
        horizon = 10 year
      }
      """;

  @Test
  void aTrajectoryIsWhatItIsAtEachDateWithItsEventsMarked() {
    Drawn drawn = Drawn.of(ADOPTION, "adoption.share", "adoption.events");
    Chart chart = drawn.chart("adoption.share");
    assertEquals("date", chart.x().title());
    assertEquals(Axis.Scale.DATES, chart.x().scale());
    assertEquals("share (%)", chart.y().title());
    Mark.Line line = line(chart, "adoption.share");
    ObjectValue share = (ObjectValue) drawn.value("adoption.share");
    int last = line.x().size() - 1;
    assertTrue(last >= 240 && last <= 700, () -> "points: " + last);
    assertEquals(2026, line.x().get(0));
    assertEquals(2036, line.x().get(last));
    double drop = 0;
    for (int i = 0; i <= last; i++) {
      boolean jumps =
          (i < last && line.x().get(i) == line.x().get(i + 1))
              || (i > 0 && line.x().get(i) == line.x().get(i - 1));
      if (!jumps) {
        double there = number(share.call(new DateValue(line.x().get(i))));
        assertEquals(there, line.y().get(i), 1e-9);
      }
      drop = i == 0 ? 0 : Math.max(drop, line.y().get(i - 1) - line.y().get(i));
    }
    assertEquals(20, drop, 1e-6);
    TableValue events = (TableValue) drawn.value("adoption.events");
    assertEquals(events.rows().size(), chart.markers().size());
    Marker.Crossing first = (Marker.Crossing) chart.markers().get(0);
    assertEquals(((DateValue) events.row(0).fields().get("date")).year(), first.x());
    assertEquals(20, first.y(), 1e-9);
    assertEquals("share >= 40 %", first.label());
  }

  @Test
  void aPartOfATrajectoryIsDrawnAlone() {
    Drawn drawn =
        Drawn.of(ADOPTION, "adoption.share.over(date(2027)..date(2028))", "adoption.share");
    Mark.Line part =
        line(
            drawn.chart("adoption.share.over(date(2027)..date(2028))"),
            "adoption.share.over(date(2027)..date(2028))");
    assertEquals(2027, part.x().get(0));
    assertEquals(2028, part.x().get(part.x().size() - 1));
  }

  @Test
  void aProcessIsAllThatMeasuresTheSame() {
    Drawn drawn = Drawn.of(ADOPTION, "adoption", "adoption.left");
    Chart chart = drawn.chart("adoption");
    assertEquals(List.of("share", "users", "left"), names(chart));
    assertEquals("%", chart.y().unit().orElseThrow().text());
    assertTrue(chart.notes().get(0).contains("price"), chart.notes()::toString);
    // the left share is a pure number, and drawn in the unit of the first
    assertEquals(99, line(chart, "left").y().get(0), 1e-9);
    assertTrue(chart.markers().stream().allMatch(Marker.Threshold.class::isInstance));
  }

  @Test
  void stepsAreStairs() {
    Drawn drawn =
        Drawn.of(
            """
            process stock {
              state x = 1 EB
              next x = x * 2
              step = 1 year
              horizon = 4 year
            }
            """,
            "stock.x",
            "stock");
    Mark.Line line = line(drawn.chart("stock.x"), "stock.x");
    assertEquals("time since the start (year)", drawn.chart("stock.x").x().title());
    assertEquals(
        List.of(0.0, 1.0, 1.0, 2.0, 2.0, 3.0, 3.0, 4.0, 4.0), line.x().stream().boxed().toList());
    assertEquals(
        List.of(1.0, 1.0, 2.0, 2.0, 4.0, 4.0, 8.0, 8.0, 16.0), line.y().stream().boxed().toList());
    assertEquals(number(((ObjectValue) drawn.value("stock.x")).call(time(3))), line.y().get(7));
  }

  private static QuantityValue time(double years) {
    return new QuantityValue(Years.time(years));
  }
}
