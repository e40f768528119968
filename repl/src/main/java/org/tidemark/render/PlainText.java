package org.tidemark.render;

import org.tidemark.grammar.source.Unseen;

/** Text that a terminal may be given. */
public final class PlainText {
  private static final char FIRST_COMBINING = '\u0300';

  private PlainText() {}

  /**
   * The text without characters that a terminal obeys instead of showing them, other than line ends
   * and tabs.
   */
  public static String lines(String text) {
    StringBuilder clean = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' || c > '~') && c != '\n' && c != '\t' && Unseen.is(c)) {
        if (clean == null) {
          clean = new StringBuilder(text.length()).append(text, 0, i);
        }
        clean.append('\uFFFD');
      } else if (clean != null) {
        clean.append(c);
      }
    }
    return clean == null ? text : clean.toString();
  }

  /**
   * The number of columns that it takes: none for what combines with the letter before, two for
   * most letters of East Asia and for pictures.
   */
  public static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < FIRST_COMBINING) {
        width++;
      } else {
        int point = text.codePointAt(i);
        width += columns(point);
        i += Character.charCount(point) - 1;
      }
    }
    return width;
  }

  private static int columns(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        point >= 0x1100 && point <= 0x115f
            || point >= 0x2e80 && point <= 0xa4cf && point != 0x303f
            || point >= 0xac00 && point <= 0xd7a3
            || point >= 0xf900 && point <= 0xfaff
            || point >= 0xfe30 && point <= 0xfe6f
            || point >= 0xff00 && point <= 0xff60
            || point >= 0xffe0 && point <= 0xffe6
            || point >= 0x1f300 && point <= 0x1f64f
            || point >= 0x1f900 && point <= 0x1f9ff
            || point >= 0x20000 && point <= 0x3fffd;
    return wide ? 2 : 1;
  }

  /** The text, or as much of its start as fits into so many columns, with an ellipsis. */
  public static String elided(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    int end = 0;
    int taken = 1;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      taken += point < FIRST_COMBINING ? 1 : columns(point);
      if (taken > columns) {
        break;
      }
      end += Character.charCount(point);
    }
    return text.substring(0, end).stripTrailing().concat("…");
  }

  /** The text, or as much of its start and its end as fits, with an ellipsis between. */
  public static String elidedInside(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    String reversed = new StringBuilder(text).reverse().toString();
    String tail = elided(reversed, (columns + 1) / 2);
    String end = new StringBuilder(tail).reverse().substring(1).stripLeading();
    return elided(text, columns - width(end)).concat(end);
  }

  /** With spaces before it, until it takes so many columns. */
  public static String padLeft(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))).concat(text);
  }

  /** With spaces after it, until it takes so many columns. */
  public static String padRight(String text, int width) {
    return text.concat(" ".repeat(Math.max(0, width - width(text))));
  }
}
