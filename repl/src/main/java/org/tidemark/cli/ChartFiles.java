package org.tidemark.cli;

import java.nio.charset.StandardCharsets;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Series;

/** Charts as they leave the command: on standard output and in files. */
final class ChartFiles {
  private ChartFiles() {}

  /** The chart for standard output. */
  static String text(Chart chart) {
    StringBuilder text = new StringBuilder();
    text.append(chart.title().isEmpty() ? "plot" : chart.title());
    text.append(": ").append(chart.y().title()).append(" over ").append(chart.x().title());
    text.append('\n');
    for (Series series : chart.series()) {
      text.append("  ").append(series.name()).append('\n');
    }
    chart.markers().forEach(m -> text.append("  ").append(m.label()).append('\n'));
    chart.notes().forEach(n -> text.append("  ").append(n).append('\n'));
    return text.toString();
  }

  /** The bytes of a picture. */
  static byte[] picture(Chart chart, String extension) {
    return text(chart).getBytes(StandardCharsets.UTF_8);
  }
}
