package org.tidemark.render.report;

import java.util.List;

/**
 * The part of Markdown that doc comments use: paragraphs, lists, fenced code, headings; and inside
 * of lines code, bold, emphasis and links to the web. Everything else is text.
 */
final class Markdown {
  private static final String FENCE = "```";

  private final Html html;
  private final List<String> lines;
  private int next;

  private Markdown(Html html, List<String> lines) {
    this.html = html;
    this.lines = lines;
  }

  /** Writes a text; its headings become paragraphs in bold, for the page has its own. */
  static void write(Html html, String text) {
    new Markdown(html, text.lines().toList()).blocks();
  }

  private void blocks() {
    while (next < lines.size()) {
      String line = lines.get(next).strip();
      if (line.isEmpty()) {
        next++;
      } else if (line.startsWith(FENCE)) {
        fenced();
      } else if (line.startsWith("#")) {
        html.open("p").open("b");
        inline(line.replaceFirst("^#+\\s*", ""));
        html.close("b").close("p");
        next++;
      } else if (isItem(line)) {
        list();
      } else {
        html.open("p");
        inline(paragraph());
        html.close("p");
      }
    }
  }

  private void fenced() {
    StringBuilder code = new StringBuilder();
    for (next++; next < lines.size() && !lines.get(next).strip().startsWith(FENCE); next++) {
      code.append(lines.get(next)).append('\n');
    }
    next++;
    html.raw("<pre class=\"fenced\"><code>").text(code.toString()).raw("</code></pre>");
  }

  private void list() {
    html.open("ul");
    while (next < lines.size() && isItem(lines.get(next).strip())) {
      StringBuilder item = new StringBuilder(lines.get(next++).strip().substring(2));
      while (next < lines.size() && continues(lines.get(next).strip())) {
        item.append(' ').append(lines.get(next++).strip());
      }
      html.open("li");
      inline(item.toString());
      html.close("li");
    }
    html.close("ul");
  }

  private String paragraph() {
    StringBuilder text = new StringBuilder();
    do {
      text.append(text.length() == 0 ? "" : " ").append(lines.get(next++).strip());
    } while (next < lines.size() && continues(lines.get(next).strip()));
    return text.toString();
  }

  private static boolean continues(String line) {
    return !line.isEmpty() && !line.startsWith("#") && !line.startsWith(FENCE) && !isItem(line);
  }

  private static boolean isItem(String line) {
    return line.startsWith("- ") || line.startsWith("* ");
  }

  private void inline(String text) {
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      int end =
          switch (text.charAt(i)) {
            case '`' -> span(text, i, done, "`", "code");
            case '*' ->
                text.startsWith("**", i)
                    ? span(text, i, done, "**", "strong")
                    : span(text, i, done, "*", "em");
            case '[' -> link(text, i, done);
            default -> -1;
          };
      if (end > 0) {
        done = end;
        i = end - 1;
      }
    }
    html.linked(text.substring(done));
  }

  /** Writes what stands between two marks; returns where it ends, -1 where it is plain text. */
  private int span(String text, int start, int done, String mark, String tag) {
    int from = start + mark.length();
    int to = text.indexOf(mark, from);
    if (to <= from
        || tag.equals("em") && (text.charAt(from) == ' ' || text.charAt(to - 1) == ' ')) {
      return -1;
    }
    html.linked(text.substring(done, start)).element(tag, text.substring(from, to));
    return to + mark.length();
  }

  private int link(String text, int start, int done) {
    int middle = text.indexOf("](", start);
    int end = middle < 0 ? -1 : text.indexOf(')', middle);
    if (end < 0) {
      return -1;
    }
    String address = text.substring(middle + 2, end);
    if (!Html.isWeb(address)) {
      return -1;
    }
    html.linked(text.substring(done, start));
    html.element(
        "a", text.substring(start + 1, middle), "href", address, "rel", "noopener noreferrer");
    return end + 1;
  }
}
