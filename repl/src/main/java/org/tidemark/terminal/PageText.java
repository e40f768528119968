package org.tidemark.terminal;

import org.tidemark.api.Documentation;
import org.tidemark.render.PlainText;

/** Documentation as text: as written where nothing can be marked, else lightly marked. */
final class PageText {
  private static final String FENCE = "```";

  private PageText() {}

  /** A heading, then what there is to say. */
  static String of(Documentation page, Ink ink, int columns) {
    String sort = page.sort().isEmpty() ? "" : " (".concat(page.sort()).concat(")");
    String body = Reflow.markdown(PlainText.lines(page.markdown()).strip(), columns);
    StringBuilder text =
        new StringBuilder(ink.strong(PlainText.lines(page.title()))).append(sort).append('\n');
    if (body.isEmpty()) {
      return text.toString();
    }
    text.append('\n');
    return ink.marks()
        ? marked(body, ink, text).toString()
        : text.append(body).append('\n').toString();
  }

  private static StringBuilder marked(String body, Ink ink, StringBuilder text) {
    boolean code = false;
    for (String line : body.split("\n", -1)) {
      if (line.startsWith(FENCE)) {
        code = !code;
      } else if (code) {
        text.append("  ").append(ink.code(line)).append('\n');
      } else if (line.startsWith("#")) {
        text.append(ink.strong(line.replaceFirst("^#+\\s*", ""))).append('\n');
      } else {
        text.append(spans(line, ink)).append('\n');
      }
    }
    return text;
  }

  /** Marks what stands between backticks. */
  private static String spans(String line, Ink ink) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (true) {
      int begin = line.indexOf('`', at);
      int end = begin < 0 ? -1 : line.indexOf('`', begin + 1);
      if (end < 0) {
        return text.append(line, at, line.length()).toString();
      }
      text.append(line, at, begin).append(ink.code(line.substring(begin + 1, end)));
      at = end + 1;
    }
  }
}
