package org.tidemark.vocab.charts;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Series;

/** What charts of all kinds have in common. */
public final class Charts {
  private Charts() {}

  /** A chart; what is missing in its lines is noted. */
  public static Chart of(
      String name, Side x, Side y, List<Series> series, List<Marker> markers, List<String> notes) {
    List<String> all = new ArrayList<>(notes);
    for (Series each : series) {
      for (Mark mark : each.marks()) {
        if (mark instanceof Mark.Line line) {
          noteGaps(each.name(), line.y(), all);
        }
      }
    }
    return new Chart(name, x.axis(), y.axis(), series, markers, all);
  }

  private static void noteGaps(String name, Coordinates numbers, List<String> notes) {
    long missing = numbers.stream().filter(Double::isNaN).count();
    if (missing > 0) {
      notes.add(
          name + " has no value at " + missing + " of " + numbers.size() + " places looked at");
    }
  }

  /** A series that is a line. */
  public static Series line(String name, Coordinates x, Coordinates y) {
    return new Series(name, List.of(new Mark.Line(x, y)));
  }

  /** Something that can be drawn as a rule, and here has nothing to see in it. */
  public static Problem nothingToDraw(String message) {
    return Problem.of("E0570", message);
  }

  /** Things that cannot stand in one chart, since what they measure differs. */
  public static Problem unlike(String message) {
    return Problem.of("E0571", message);
  }
}
