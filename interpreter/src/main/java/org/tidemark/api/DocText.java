package org.tidemark.api;

import java.util.List;

/** Pieces of documentation as text. */
final class DocText {
  private DocText() {}

  /** What a script says of itself: the comment that it begins with, as paragraphs. */
  static String leadingComment(String script) {
    StringBuilder text = new StringBuilder();
    for (String line : script.split("\n", -1)) {
      if (!line.startsWith("//") || line.startsWith("///")) {
        break;
      }
      text.append(line.substring(2).strip()).append('\n');
    }
    return text.toString().strip();
  }

  /** An item of a list: a name and what it is. */
  static String item(String name, String says) {
    return "- `" + name + "`" + (says.isEmpty() ? "" : ": " + says) + "\n";
  }

  /** A table whose columns are as wide as what is in them, the last one aside. */
  static String table(List<String> columns, List<List<String>> rows) {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length - 1; i++) {
      widths[i] = columns.get(i).length();
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], cell(row.get(i)).length());
      }
    }
    StringBuilder text = new StringBuilder(row(columns, widths)).append('|');
    for (int i = 0; i < widths.length; i++) {
      int dashes = i < widths.length - 1 ? widths[i] : columns.get(i).length();
      text.append("-".repeat(dashes + 2)).append('|');
    }
    text.append('\n');
    rows.forEach(row -> text.append(row(row, widths)));
    return text.toString();
  }

  private static String row(List<String> cells, int[] widths) {
    StringBuilder text = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      String cell = cell(cells.get(i));
      text.append(' ')
          .append(cell)
          .append(" ".repeat(Math.max(0, widths[i] - cell.length())))
          .append(" |");
    }
    return text.append('\n').toString();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace('\n', ' ');
  }
}
