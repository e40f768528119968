package org.tidemark.render.chart;

/** Numbers and words as SVG writes them. */
final class SvgText {
  private SvgText() {}

  /** Rounded to tenths of a pixel, as short as can be: {@code -.5}, {@code 12}. */
  static String number(double pixels) {
    return tenths(Math.round(pixels * 10));
  }

  /** So many tenths. */
  static String tenths(long tenths) {
    long size = Math.abs(tenths);
    String sign = tenths < 0 ? "-" : "";
    String whole = size / 10 == 0 && size % 10 != 0 ? "" : Long.toString(size / 10);
    return size % 10 == 0 ? sign + whole : sign + whole + "." + size % 10;
  }

  /**
   * Words that can stand in an element or an attribute. What XML does not allow, and what would
   * turn the direction of what follows, becomes a replacement character.
   */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '"' -> out.append("&quot;");
      case '\n', '\t' -> out.append(' ');
      default -> out.appendCodePoint(isPlain(c) ? c : 0xfffd);
    }
  }

  private static boolean isPlain(int c) {
    boolean control = Character.isISOControl(c) || c == 0xfffe || c == 0xffff;
    boolean halfPair = c >= 0xd800 && c <= 0xdfff;
    boolean turning = c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    return !control && !halfPair && !turning;
  }
}
