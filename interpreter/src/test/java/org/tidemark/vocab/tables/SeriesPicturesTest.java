package org.tidemark.vocab.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tidemark.vocab.charts.Drawn.line;
import static org.tidemark.vocab.charts.Drawn.only;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.vocab.charts.Drawn;

/** What series look like. */
class SeriesPicturesTest {
  private static final String DATA =
      "d = table(on: date, usd: USD/GB) { 2026, 9; 2024, 16; 2030, 4 }\n";

  @Test
  void aSeriesIsItsPointsAndTheWayBetweenThem() {
    String log = "series(d, on, usd, interpolate: \"log\")";
    String linear = "series(d, on, usd)";
    String step = "series(d, on, usd, interpolate: \"step\")";
    Drawn drawn = Drawn.of(DATA, log, linear, step);
    for (String way : List.of(log, linear, step)) {
      Chart chart = drawn.chart(way);
      Mark.Points points = only(chart, way, Mark.Points.class);
      assertEquals(List.of(2024.0, 2026.0, 2030.0), points.x().stream().boxed().toList());
      assertEquals(List.of(16.0, 9.0, 4.0), points.y().stream().boxed().toList());
      Mark.Line line = line(chart, way);
      for (int i = 0; i < line.x().size(); i++) {
        DateValue there = new DateValue(line.x().get(i));
        assertEquals(
            Drawn.number(((ObjectValue) drawn.value(way)).call(there)), line.y().get(i), 1e-12);
      }
    }
    assertEquals(3, line(drawn.chart(linear), linear).x().size());
    assertEquals(5, line(drawn.chart(step), step).x().size());
    Mark.Line bent = line(drawn.chart(log), log);
    assertEquals(161, bent.x().size());
    assertEquals(12, bent.y().get(40), 1e-12, "the middle of a line of logarithms");
  }
}
