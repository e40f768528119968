package org.tidemark.terminal;

import org.tidemark.render.PlainText;

/** Breaks lines between words where they are longer than a terminal is wide. */
final class Reflow {
  private static final String FENCE = "```";

  private final int columns;
  private final StringBuilder text = new StringBuilder();

  private Reflow(int columns) {
    this.columns = Math.max(20, columns);
  }

  /** Lines that belong together only as they are: long ones go on further in. */
  static String lines(String lines, int columns) {
    if (fits(lines, columns)) {
      return lines;
    }
    Reflow reflow = new Reflow(columns);
    for (String line : lines.split("\n", -1)) {
      reflow.line(line, 2);
    }
    return reflow.result();
  }

  /** Paragraphs are filled anew, lists go on below their text, and code stays as it is. */
  static String markdown(String markdown, int columns) {
    if (fits(markdown, columns)) {
      return markdown;
    }
    Reflow reflow = new Reflow(columns);
    StringBuilder paragraph = new StringBuilder();
    boolean code = false;
    for (String line : markdown.split("\n", -1)) {
      boolean fence = line.startsWith(FENCE);
      boolean item = line.startsWith("- ") || line.startsWith("* ");
      boolean alone = fence || code || line.isBlank() || line.startsWith("#") || isIndented(line);
      if ((alone || item) && paragraph.length() > 0) {
        reflow.paragraph(paragraph);
      }
      code ^= fence;
      if (alone) {
        reflow.text.append(line).append('\n');
      } else {
        paragraph.append(paragraph.length() == 0 ? "" : " ").append(line.strip());
      }
    }
    if (paragraph.length() > 0) {
      reflow.paragraph(paragraph);
    }
    return reflow.result();
  }

  private static boolean isIndented(String line) {
    return line.startsWith("    ") || line.startsWith("|");
  }

  private static boolean fits(String lines, int columns) {
    return lines.lines().allMatch(line -> PlainText.width(line) <= columns);
  }

  private void paragraph(StringBuilder words) {
    String line = words.toString();
    line(line, line.startsWith("- ") || line.startsWith("* ") ? 2 : 0);
    words.setLength(0);
  }

  private void line(String line, int further) {
    int own = line.length() - line.stripLeading().length();
    if (PlainText.width(line) <= columns || own + further > columns / 2) {
      text.append(line).append('\n');
      return;
    }
    text.append(line, 0, own);
    int column = own;
    int at = own;
    boolean first = true;
    while (at < line.length()) {
      int end = end(line, at);
      int width = PlainText.width(line.substring(at, end));
      if (!first && column + 1 + width > columns) {
        text.append('\n').append(" ".repeat(own + further));
        column = own + further;
      } else if (!first) {
        text.append(' ');
        column++;
      }
      text.append(line, at, end);
      column += width;
      first = false;
      at = end + 1;
    }
    text.append('\n');
  }

  /** Where a word ends; what stands between backticks is one. */
  private static int end(String line, int from) {
    boolean quoted = false;
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '`';
      if (c == ' ' && (!quoted || line.indexOf('`', i) < 0)) {
        return i;
      }
    }
    return line.length();
  }

  private String result() {
    text.setLength(text.length() - 1);
    return text.toString();
  }
}
