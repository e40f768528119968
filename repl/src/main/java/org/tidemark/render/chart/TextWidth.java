package org.tidemark.render.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * How much room text takes in a proportional font that nobody has looked at: a little more than it
 * does in the usual ones, so that nothing runs into anything.
 */
final class TextWidth {
  private static final String NARROW = "iljtfrI.,:;|!'`()[]{} -/\\·";
  private static final String WIDE = "mwMW@%—…";
  private static final double NARROW_EM = 0.37;
  private static final double WIDE_EM = 0.95;
  private static final double CAPITAL_EM = 0.68;
  private static final double USUAL_EM = 0.6;
  private static final int FIRST_WIDE_SCRIPT = 0x1100;

  private TextWidth() {}

  /** In pixels, for a font of so many pixels. */
  static double of(String text, double size) {
    return text.codePoints().mapToDouble(TextWidth::em).sum() * size;
  }

  private static double em(int c) {
    if (c >= FIRST_WIDE_SCRIPT && Character.isIdeographic(c) || c > 0xffff) {
      return 1.1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    if (NARROW.indexOf(c) >= 0) {
      return NARROW_EM;
    }
    if (WIDE.indexOf(c) >= 0) {
      return WIDE_EM;
    }
    return Character.isUpperCase(c) || Character.isDigit(c)
        ? CAPITAL_EM
        : c < FIRST_WIDE_SCRIPT ? USUAL_EM : 1;
  }

  /** The text, or as much of its start as fits, with an ellipsis. */
  static String elided(String text, double size, double room) {
    if (of(text, size) <= room) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    double left = room / size - em('…');
    for (int c : text.codePoints().toArray()) {
      left -= em(c);
      if (left < 0) {
        break;
      }
      kept.appendCodePoint(c);
    }
    return kept.toString().stripTrailing().concat("…");
  }

  /** The text, or as much of its start and its end as fits, with an ellipsis between. */
  static String elidedInside(String text, double size, double room) {
    if (of(text, size) <= room) {
      return text;
    }
    int[] points = text.codePoints().toArray();
    int head = 0;
    int tail = 0;
    double left = room / size - em('…');
    for (int i = 0; i < points.length; i++) {
      boolean atStart = i % 2 == 0;
      left -= em(points[atStart ? head : points.length - 1 - tail]);
      if (left < 0) {
        break;
      }
      head += atStart ? 1 : 0;
      tail += atStart ? 0 : 1;
    }
    return new String(points, 0, head).stripTrailing()
        + "…"
        + new String(points, points.length - tail, tail).stripLeading();
  }

  /** The text on lines, broken between words; the last line is elided where too much is left. */
  static List<String> wrapped(String text, double size, double room, int mostLines) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (!rest.isEmpty()) {
      int end = lines.size() == mostLines - 1 ? rest.length() : lineEnd(rest, size, room);
      lines.add(elided(rest.substring(0, end).stripTrailing(), size, room));
      rest = rest.substring(end).stripLeading();
    }
    return lines;
  }

  private static int lineEnd(String text, double size, double room) {
    int end = -1;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ' ') {
        if (of(text.substring(0, i), size) > room) {
          return end > 0 ? end : i;
        }
        end = i;
      }
    }
    return text.length();
  }
}
