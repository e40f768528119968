package org.tidemark.render.chart;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Chart;

/** Charts as PNG, twice as fine as their size in pixels, on a light background unless dark. */
public final class PngChart {
  private static final int SCALE = 2;
  private static final String CODE = "E0861";

  private PngChart() {}

  /**
   * The bytes of a file.
   *
   * @throws Problem E0861 where this machine has no fonts to write with, or no room for the picture
   */
  public static byte[] of(Chart chart, Options options) {
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
    Options.Look look =
        options.look() == Options.Look.DARK ? Options.Look.DARK : Options.Look.LIGHT;
    String svg = SvgChart.of(chart, options.withLook(look));
    try {
      return rasterised(svg);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } catch (LinkageError | InternalError e) {
      throw Problem.of(CODE, "this machine has nothing to draw a PNG with")
          .withHelp("install a font, such as fonts-dejavu, and fontconfig")
          .withHelp("write an .svg, which needs neither");
    }
  }

  private static byte[] rasterised(String svg) throws IOException {
    SVGDocument document =
        Objects.requireNonNull(
            new SVGLoader()
                .load(
                    new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                    null,
                    LoaderContext.createDefault()));
    int width = (int) Math.ceil(document.size().getWidth() * SCALE);
    int height = (int) Math.ceil(document.size().getHeight() * SCALE);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.scale(SCALE, SCALE);
      document.render(null, graphics);
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.setUseCache(false);
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}
