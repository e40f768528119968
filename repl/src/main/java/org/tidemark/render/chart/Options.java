package org.tidemark.render.chart;

/**
 * How a chart becomes SVG or PNG.
 *
 * @param width in pixels at its natural size
 * @param height likewise; a long legend and notes are added to it
 * @param prefix what all ids start with, so that several charts can stand on one page
 * @param look where its colours come from
 */
public record Options(int width, int height, String prefix, Look look) {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;
  private static final int NARROWEST = 200;
  private static final int LOWEST = 150;

  /** Where a chart's colours come from. */
  public enum Look {
    /** A file by itself: its own style sheet follows the reader's choice of light or dark. */
    STAND_ALONE,
    /** Part of a page that has {@link SvgChart#styleSheet()} once. */
    EMBEDDED,
    /** Colours for a light background, written out, with no style sheet and nothing to hover. */
    LIGHT,
    /** The same for a dark background. */
    DARK
  }

  /** Checks the sizes and that the prefix may start an id. */
  public Options {
    if (width < NARROWEST || height < LOWEST) {
      throw new IllegalArgumentException(
          "a chart is at least " + NARROWEST + " by " + LOWEST + " pixels");
    }
    if (prefix.isEmpty() || !prefix.chars().allMatch(Options::mayBeInId)) {
      throw new IllegalArgumentException("ids start with letters, digits and hyphens");
    }
  }

  private static boolean mayBeInId(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
  }

  /** For a file by itself. */
  public static Options standAlone() {
    return new Options(WIDTH, HEIGHT, "chart", Look.STAND_ALONE);
  }

  /** For a page with other charts. */
  public static Options embedded(String prefix) {
    return new Options(WIDTH, HEIGHT, prefix, Look.EMBEDDED);
  }

  /** In another size. */
  public Options withSize(int newWidth, int newHeight) {
    return new Options(newWidth, newHeight, prefix, look);
  }

  /** With other colours. */
  public Options withLook(Look newLook) {
    return new Options(width, height, prefix, newLook);
  }
}
