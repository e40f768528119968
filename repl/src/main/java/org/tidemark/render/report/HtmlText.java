package org.tidemark.render.report;

/**
 * Texts as they may stand in HTML, between tags and between quotation marks. What would turn the
 * direction of the text around it, and what no document may hold, is made visible.
 */
final class HtmlText {
  private HtmlText() {}

  /** The text with all that means something to a browser escaped. */
  static String of(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String instead = instead(text, i, c);
      if (instead == null) {
        if (out != null) {
          out.append(c);
        }
        continue;
      }
      if (out == null) {
        out = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      out.append(instead);
    }
    return out == null ? text : out.toString();
  }

  /** What stands for a character; null where it stands for itself. */
  private static String instead(String text, int index, char c) {
    switch (c) {
      case '&':
        return "&amp;";
      case '<':
        return "&lt;";
      case '>':
        return "&gt;";
      case '"':
        return "&quot;";
      case '\'':
        return "&#39;";
      case '\n', '\t':
        return null;
      default:
        break;
    }
    if (turnsText(c)) {
      return "[U+".concat(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT)).concat("]");
    }
    boolean alone =
        Character.isHighSurrogate(c)
                && (index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1)))
            || Character.isLowSurrogate(c)
                && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    return alone || Character.isISOControl(c) || c >= '\uFFFE' ? "\uFFFD" : null;
  }

  /** Whether a character changes the direction of what follows it, so that code reads as other. */
  private static boolean turnsText(char c) {
    return c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
  }
}
