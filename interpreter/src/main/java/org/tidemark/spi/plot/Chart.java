package org.tidemark.spi.plot;

import java.util.List;
import org.tidemark.spi.value.Value;

/**
 * A picture as data. Every renderer draws the same one: for terminals, as SVG, as PNG, in reports.
 *
 * @param title above it; may be empty
 * @param x along the lower side
 * @param y along the left side
 * @param series what is drawn, the first at the back
 * @param markers thresholds and crossings
 * @param notes what a reader has to know besides: that it rests on medians, what was left out
 */
public record Chart(
    String title, Axis x, Axis y, List<Series> series, List<Marker> markers, List<String> notes)
    implements Value, Drawing {
  /** Copies its lists. */
  public Chart {
    series = List.copyOf(series);
    markers = List.copyOf(markers);
    notes = List.copyOf(notes);
  }

  @Override
  public String describe() {
    return "a chart";
  }
}
