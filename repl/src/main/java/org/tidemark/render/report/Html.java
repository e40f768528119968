package org.tidemark.render.report;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes HTML that is also XML, straight through. Texts and attributes are escaped here and nowhere
 * else; what is written raw is this package's own.
 */
final class Html {
  private final Appendable out;

  Html(Appendable out) {
    this.out = out;
  }

  /** Writes markup as it is. */
  Html raw(CharSequence markup) {
    try {
      out.append(markup);
      return this;
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  /** Writes a text. */
  Html text(String text) {
    return raw(HtmlText.of(text));
  }

  /**
   * Opens an element.
   *
   * @param attributes names and values by turns; one whose value is empty is left out
   */
  Html open(String tag, String... attributes) {
    return start(tag, attributes).raw(">");
  }

  /** Writes an element that has no content. */
  Html empty(String tag, String... attributes) {
    return start(tag, attributes).raw("/>");
  }

  /** Closes an element. */
  Html close(String tag) {
    return raw("</").raw(tag).raw(">");
  }

  /** Writes an element with a text in it. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /** Writes a name, which may be broken behind its low lines and the dots between its parts. */
  Html name(String name) {
    int start = 0;
    for (int i = 0; i + 1 < name.length(); i++) {
      char c = name.charAt(i);
      boolean part = c == '_' || c == '.' && Character.isLetter(name.charAt(i + 1));
      if (part) {
        text(name.substring(start, i + 1)).raw("<wbr/>");
        start = i + 1;
      }
    }
    return text(name.substring(start));
  }

  /** Ends a line of the source. */
  Html line() {
    return raw("\n");
  }

  /** Writes a text in which addresses of the web are links. */
  Html linked(String text) {
    int start = 0;
    for (int at = address(text, 0); at >= 0; at = address(text, start)) {
      int end = at;
      while (end < text.length() && isOfAddress(text.charAt(end))) {
        end++;
      }
      while (end > at && ".,;:!?)".indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      text(text.substring(start, at));
      String address = text.substring(at, end);
      element("a", address, "href", address, "rel", "noopener noreferrer");
      start = end;
    }
    return text(text.substring(start));
  }

  /** Whether an address may stand in a link: nothing that runs or reads files. */
  static boolean isWeb(String address) {
    return address.startsWith("https://") || address.startsWith("http://");
  }

  private static int address(String text, int from) {
    for (int at = text.indexOf("http", from); at >= 0; at = text.indexOf("http", at + 1)) {
      if (isWeb(text.substring(at))) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isOfAddress(char c) {
    return c > ' ' && c < 0x7F && "<>\"'`{}|\\^".indexOf(c) < 0;
  }

  private Html start(String tag, String... attributes) {
    raw("<").raw(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      if (!attributes[i + 1].isEmpty()) {
        raw(" ").raw(attributes[i]).raw("=\"").text(attributes[i + 1]).raw("\"");
      }
    }
    return this;
  }
}
