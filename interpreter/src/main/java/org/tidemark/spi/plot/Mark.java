package org.tidemark.spi.plot;

/** Something drawn for a series. Numbers are in the units of the chart's axes. */
public sealed interface Mark {
  /** Points joined in their order; a gap where a number is missing. */
  record Line(Coordinates x, Coordinates y) implements Mark {}

  /** Points by themselves. */
  record Points(Coordinates x, Coordinates y) implements Mark {}

  /** The area between two numbers, such as an interval of 90 %, along x. */
  record Band(Coordinates x, Coordinates low, Coordinates high) implements Mark {}

  /** A stroke between two numbers at each point, such as the spread of a measurement. */
  record Spreads(Coordinates x, Coordinates low, Coordinates high) implements Mark {}

  /**
   * Bars side by side, a histogram's among them.
   *
   * @param from where each begins, across
   * @param to where each ends, across
   * @param base where each begins, along
   * @param top where each ends, along
   * @param sideways whether they lie, so that across is up and along is to the right
   */
  record Bars(Coordinates from, Coordinates to, Coordinates base, Coordinates top, boolean sideways)
      implements Mark {}

  /**
   * A map of a number over two others.
   *
   * @param x the middles of the columns
   * @param y the middles of the rows
   * @param value row by row, each from left to right
   * @param scale what the numbers mean
   */
  record Cells(Coordinates x, Coordinates y, Coordinates value, Axis scale) implements Mark {}
}
