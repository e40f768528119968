package org.tidemark.cli;

import java.nio.charset.StandardCharsets;
import org.tidemark.render.chart.Colours;
import org.tidemark.render.chart.Options;
import org.tidemark.render.chart.PngChart;
import org.tidemark.render.chart.SvgChart;
import org.tidemark.render.chart.TerminalChart;
import org.tidemark.spi.plot.Chart;

/** Charts as they leave the command: on standard output and in files. */
final class ChartFiles {
  private static final int COLUMNS = 80;
  private static final int ROWS = 22;

  private ChartFiles() {}

  /** The chart for standard output, the same wherever that goes. */
  static String text(Chart chart) {
    StringBuilder text = new StringBuilder();
    for (String line : TerminalChart.of(chart, COLUMNS, ROWS, Colours.NONE)) {
      text.append(line.stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** The bytes of a picture, {@code svg} or {@code png}. */
  static byte[] picture(Chart chart, String extension) {
    return extension.equals("png")
        ? PngChart.of(chart, Options.standAlone().withLook(Options.Look.LIGHT))
        : SvgChart.of(chart, Options.standAlone()).getBytes(StandardCharsets.UTF_8);
  }
}
