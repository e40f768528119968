package org.tidemark.render.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tidemark.render.PlainText;
import org.tidemark.spi.plot.Chart;

/** Charts for terminals fit them, whatever the size, and keep to what they can show. */
class TerminalChartTest {
  private static final int[][] SIZES = {{40, 10}, {80, 24}, {133, 30}, {200, 50}};

  @Test
  void everyChartFitsEveryTerminal() {
    for (Map.Entry<String, Chart> sample : ChartSamples.all().entrySet()) {
      for (int[] size : SIZES) {
        List<String> lines = TerminalChart.of(sample.getValue(), size[0], size[1], Colours.NONE);
        String said = sample.getKey() + "\n" + String.join("\n", lines);
        int more = sample.getValue().notes().size() * 4 + sample.getValue().markers().size();
        assertTrue(lines.size() <= size[1] + more, said);
        assertTrue(lines.stream().allMatch(line -> PlainText.width(line) <= size[0]), said);
      }
    }
  }

  @Test
  void asciiIsAscii() {
    for (Chart chart : ChartSamples.all().values()) {
      for (String line : TerminalChart.of(chart, 80, 24, Glyphs.ASCII, Colours.NONE)) {
        assertTrue(line.chars().allMatch(c -> c >= ' ' && c < 127), line);
        assertTrue(line.length() <= 80, line);
      }
    }
  }

  @Test
  void coloursChangeNothingElse() {
    for (Chart chart : ChartSamples.all().values()) {
      List<String> plain = TerminalChart.of(chart, 100, 24, Colours.NONE);
      List<String> coloured =
          TerminalChart.of(chart, 100, 24, Colours.ANSI).stream()
              .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "").stripTrailing())
              .toList();
      assertEquals(plain, coloured);
    }
  }
}
