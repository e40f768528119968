package org.tidemark.render.chart;

/** The characters that a terminal can show. */
public enum Glyphs {
  /** Dots and blocks. */
  UNICODE("│┤─┬└╌┆×░", "·░▒▓█", "█▓▒░"),
  /** What any terminal has. */
  ASCII("|+-++-:X:", ".:+#@", "#=%o");

  private final String lines;
  private final String shades;
  private final String fills;

  Glyphs(String lines, String shades, String fills) {
    this.lines = lines;
    this.shades = shades;
    this.fills = fills;
  }

  boolean isAscii() {
    return this == ASCII;
  }

  char upright() {
    return lines.charAt(0);
  }

  char uprightTick() {
    return lines.charAt(1);
  }

  char level() {
    return lines.charAt(2);
  }

  char levelTick() {
    return lines.charAt(3);
  }

  char corner() {
    return lines.charAt(4);
  }

  char levelRule() {
    return lines.charAt(5);
  }

  char uprightRule() {
    return lines.charAt(6);
  }

  char crossing() {
    return lines.charAt(7);
  }

  char band() {
    return lines.charAt(8);
  }

  /** For maps, from the lowest number to the highest. */
  String shades() {
    return shades;
  }

  /** What the bars of a series are made of. */
  char fill(int series) {
    return fills.charAt(series % fills.length());
  }

  /** What the points and lines of a series are marked with where there are several. */
  char letter(int series) {
    return (char) (series < 26 ? 'A' + series : 'a' + series % 26);
  }

  /** Text that keeps to the characters: what ASCII lacks becomes a question mark. */
  String text(String text) {
    if (!isAscii()) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '…' -> out.append("...");
                case '−', '–', '—' -> out.append('-');
                case '×' -> out.append('x');
                default -> out.appendCodePoint(c < 127 ? c : '?');
              }
            });
    return out.toString();
  }
}
