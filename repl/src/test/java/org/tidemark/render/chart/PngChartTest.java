package org.tidemark.render.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.tidemark.spi.plot.Chart;

/** Charts as PNG have the size and the colours of their SVG. */
class PngChartTest {
  private static BufferedImage image(Chart chart, Options options) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(PngChart.of(chart, options)));
  }

  @Test
  void itIsTwiceAsFineAndHasEverySeries() throws IOException {
    Chart chart = ChartSamples.all().get("lines");
    BufferedImage image = image(chart, Options.standAlone());
    Layout layout = new Layout(new Frame(chart), 640, 400);
    assertEquals(1280, image.getWidth());
    assertEquals((int) (2 * layout.height()), image.getHeight());
    Set<String> colours = colours(image);
    for (String name : new String[] {"paper", "ink", "grid", "1", "2", "3"}) {
      assertTrue(colours.contains(Palette.LIGHT.colour(name)), name + " of " + colours.size());
    }
  }

  @Test
  void aMapHasItsColoursAndDarkIsDark() throws IOException {
    Chart chart = ChartSamples.all().get("map");
    BufferedImage image = image(chart, Options.standAlone().withLook(Options.Look.DARK));
    assertTrue(colours(image).contains(Palette.DARK.colour("paper")));
    assertTrue(colours(image).contains(Palette.ofMap(0.5 / 64)));
    assertTrue(colours(image).size() > 60);
  }

  private static Set<String> colours(BufferedImage image) {
    Set<String> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int colour = image.getRGB(x, y) & 0xffffff;
        colours.add("#" + Integer.toHexString(0x1000000 | colour).substring(1));
      }
    }
    return colours;
  }
}
