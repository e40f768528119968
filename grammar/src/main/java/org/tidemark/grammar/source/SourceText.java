package org.tidemark.grammar.source;

import java.util.Arrays;

/** A script's text under the name by which messages refer to it. Knows its lines; immutable. */
public final class SourceText {
  private final String name;
  private final String text;
  private final int[] lineStarts;

  /**
   * A text under a name.
   *
   * @param name a file name, or a description such as {@code --set r}
   * @param text the characters
   */
  public SourceText(String name, String text) {
    this.name = name;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean lineEnds =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (lineEnds) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  /** The name by which messages refer to the text. */
  public String name() {
    return name;
  }

  /** All of it. */
  public String text() {
    return text;
  }

  /** The characters of a span. */
  public String text(Span span) {
    return text.substring(span.start(), span.end());
  }

  /** The number of lines, at least 1. */
  public int lineCount() {
    return lineStarts.length;
  }

  /** The line of an offset, from 1. */
  public int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column of an offset in its line, from 1, counted in code points. */
  public int column(int offset) {
    int start = lineStarts[line(offset) - 1];
    return 1 + text.codePointCount(start, Math.min(offset, text.length()));
  }

  /** The offset at which a line (from 1) starts. */
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /** The characters of a line (from 1), without its end. */
  public String lineText(int line) {
    int start = lineStarts[line - 1];
    int end = line == lineStarts.length ? text.length() : lineStarts[line];
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return name;
  }
}
