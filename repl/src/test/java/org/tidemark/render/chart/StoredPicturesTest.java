package org.tidemark.render.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidemark.spi.plot.Chart;
import org.tidemark.support.Expectations;
import org.tidemark.support.Repository;

/** Each kind of chart against a stored picture; {@code -Dtide.golden=overwrite} stores anew. */
class StoredPicturesTest {
  private static final Path FOLDER = Path.of("src", "test", "pictures");

  @TestFactory
  Stream<DynamicTest> chartsLookAsTheyDid() {
    return pictures().entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> compare(each)));
  }

  private static Map<String, String> pictures() {
    Map<String, String> pictures = new TreeMap<>();
    for (Map.Entry<String, Chart> sample : ChartSamples.all().entrySet()) {
      String name = sample.getKey();
      Chart chart = sample.getValue();
      pictures.put(name + ".svg", SvgChart.of(chart, Options.standAlone()));
      pictures.put(name + ".txt", lines(TerminalChart.of(chart, 80, 20, Colours.NONE).stream()));
    }
    Chart lines = ChartSamples.all().get("lines");
    pictures.put("lines-embedded.svg", SvgChart.of(lines, Options.embedded("p3")));
    pictures.put(
        "lines-dark.svg",
        SvgChart.of(lines, Options.standAlone().withLook(Options.Look.DARK).withSize(320, 240)));
    pictures.put("lines-40.txt", lines(TerminalChart.of(lines, 40, 10, Colours.NONE).stream()));
    pictures.put(
        "lines-ascii.txt",
        lines(TerminalChart.of(lines, 80, 20, Glyphs.ASCII, Colours.NONE).stream()));
    pictures.put("lines-ansi.txt", lines(TerminalChart.of(lines, 80, 20, Colours.ANSI).stream()));
    return pictures;
  }

  private static String lines(Stream<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.replace('\u001b', '␛')).append('\n'));
    return text.toString();
  }

  private static void compare(Map.Entry<String, String> picture) {
    Path file = FOLDER.resolve(picture.getKey());
    if (Expectations.overwrite()) {
      Repository.write(file, picture.getValue());
    }
    assertEquals(Repository.text(file), picture.getValue());
  }
}
