package org.tidemark.render;

/** Text that a terminal may be given. */
final class PlainText {
  private PlainText() {}

  /** The text without control characters other than line ends and tabs. */
  static String lines(String text) {
    StringBuilder clean = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\t') {
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

  /** The number of columns that it takes. */
  static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  static String padLeft(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))).concat(text);
  }

  static String padRight(String text, int width) {
    return text.concat(" ".repeat(Math.max(0, width - width(text))));
  }
}
