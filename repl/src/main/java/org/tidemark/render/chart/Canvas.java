package org.tidemark.render.chart;

import java.util.Arrays;

/**
 * The plot of a terminal's chart: cells with a character, or with dots, two by four of them in
 * each. Dots and cells count from the upper left.
 */
final class Canvas {
  static final int ACROSS = 2;
  static final int DOWN = 4;
  private static final char NO_DOTS = '\u2800';
  private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

  private final int columns;
  private final int rows;
  private final boolean dots;
  private final char[] characters;
  private final String[] colours;
  private final boolean[] firm;

  /**
   * An empty one.
   *
   * @param dots whether there are characters with dots; otherwise a dot is a whole cell
   */
  Canvas(int columns, int rows, boolean dots) {
    this.columns = columns;
    this.rows = rows;
    this.dots = dots;
    this.characters = new char[columns * rows];
    this.colours = new String[columns * rows];
    this.firm = new boolean[columns * rows];
    Arrays.fill(characters, ' ');
    Arrays.fill(colours, "");
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /** How many dots there are from left to right. */
  int width() {
    return dots ? columns * ACROSS : columns;
  }

  /** How many dots there are from above to below. */
  int height() {
    return dots ? rows * DOWN : rows;
  }

  boolean hasDots() {
    return dots;
  }

  /** The column of a dot. */
  int column(int x) {
    return dots ? x / ACROSS : x;
  }

  /** The row of a dot. */
  int row(int y) {
    return dots ? y / DOWN : y;
  }

  /** Sets a dot; {@code character} is for canvases without dots. */
  void dot(int x, int y, char character, String colour) {
    if (x < 0 || y < 0 || x >= width() || y >= height()) {
      return;
    }
    int at = row(y) * columns + column(x);
    if (firm[at]) {
      return;
    }
    if (dots) {
      boolean has = (characters[at] & 0xff00) == NO_DOTS;
      characters[at] = (char) ((has ? characters[at] : NO_DOTS) | BITS[y % DOWN][x % ACROSS]);
    } else {
      characters[at] = character;
    }
    colours[at] = colour;
  }

  /** Sets a character that dots do not cover. */
  void put(int column, int row, char character, String colour) {
    if (column >= 0 && row >= 0 && column < columns && row < rows) {
      background(column, row, character, colour);
      firm[row * columns + column] = true;
    }
  }

  /** Sets a character that dots may cover. */
  void background(int column, int row, char character, String colour) {
    if (column >= 0 && row >= 0 && column < columns && row < rows) {
      characters[row * columns + column] = character;
      colours[row * columns + column] = colour;
    }
  }

  char at(int column, int row) {
    return characters[row * columns + column];
  }

  /** A line of text, with colours around what has some. */
  void append(StringBuilder out, int row, String end) {
    String colour = "";
    for (int column = 0; column < columns; column++) {
      int at = row * columns + column;
      if (!colours[at].equals(colour)) {
        out.append(colour.isEmpty() ? "" : end).append(colours[at]);
        colour = colours[at];
      }
      out.append(characters[at]);
    }
    out.append(colour.isEmpty() ? "" : end);
  }
}
