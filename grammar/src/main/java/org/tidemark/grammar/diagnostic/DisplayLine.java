package org.tidemark.grammar.diagnostic;

import org.tidemark.grammar.source.Unseen;

/**
 * A line of text as a terminal shows it: tabs expanded, control characters made visible, and for
 * each character the column at which it stands. A long line is cut to a window.
 */
final class DisplayLine {
  private static final int TAB = 4;
  private static final int MOST_COLUMNS = 110;
  private static final int CONTEXT = 30;

  private final String shown;
  private final int[] columns;
  private final int first;
  private final int offset;
  private final int width;

  private DisplayLine(String shown, int[] columns, int first, int offset, int width) {
    this.shown = shown;
    this.columns = columns;
    this.first = first;
    this.offset = offset;
    this.width = width;
  }

  /** The line, cut around the characters from {@code from} to {@code to} where it is too long. */
  static DisplayLine of(String line, int from, int to) {
    int start = 0;
    int end = line.length();
    // A char is a column at least, but for combining marks, which no long line is made of.
    if (end > MOST_COLUMNS) {
      start = Math.max(0, Math.min(from - CONTEXT, end - MOST_COLUMNS));
      end = Math.min(end, start + MOST_COLUMNS);
      if (start > 0 && Character.isLowSurrogate(line.charAt(start))) {
        start--;
      }
    }
    StringBuilder shown = new StringBuilder();
    int column = 0;
    if (start > 0) {
      shown.append('…');
      column = 1;
    }
    int offset = column;
    int[] columns = new int[end - start + 1];
    int i = start;
    while (i < end) {
      int c = line.codePointAt(i);
      int units = Character.charCount(c);
      for (int k = 0; k < units && i + k < end; k++) {
        columns[i + k - start] = column;
      }
      if (c == '\t') {
        int next = (column / TAB + 1) * TAB;
        shown.append(" ".repeat(next - column));
        column = next;
      } else if (Unseen.is(c)) {
        shown.append('\uFFFD');
        column++;
      } else {
        shown.appendCodePoint(c);
        column += width(c);
      }
      i += units;
    }
    columns[end - start] = column;
    if (end < line.length()) {
      shown.append('…');
    }
    return new DisplayLine(shown.toString(), columns, start, offset, column);
  }

  /** As shown. */
  String shown() {
    return shown;
  }

  /** The column of a character of the line; of the window's edge for one outside it. */
  int column(int character) {
    int at = character - first;
    if (at < 0) {
      return Math.max(0, offset - 1);
    }
    return at < columns.length ? columns[at] : width;
  }

  private static int width(int c) {
    if (c < 0x300) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        (c >= 0x1100 && c <= 0x115F)
            || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x1F300 && c <= 0x1F64F)
            || (c >= 0x1F680 && c <= 0x1F6FF)
            || (c >= 0x1F900 && c <= 0x1F9FF)
            || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
