package org.tidemark.cli;

import java.nio.charset.StandardCharsets;
import org.tidemark.render.chart.Options;
import org.tidemark.render.chart.PngChart;
import org.tidemark.render.chart.SvgChart;
import org.tidemark.spi.plot.Chart;

/** Charts as they are exported. */
final class ChartFiles {
  private ChartFiles() {}

  /** The bytes of a picture, {@code svg} or {@code png}. */
  static byte[] picture(Chart chart, String extension) {
    return extension.equals("png")
        ? PngChart.of(chart, Options.standAlone().withLook(Options.Look.LIGHT))
        : SvgChart.of(chart, Options.standAlone()).getBytes(StandardCharsets.UTF_8);
  }
}
