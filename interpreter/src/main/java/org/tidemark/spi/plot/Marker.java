package org.tidemark.spi.plot;

/** Something that a chart points out. */
public sealed interface Marker {
  /** What is said of it. */
  String label();

  /**
   * A line right across the chart.
   *
   * @param level whether it runs from left to right, at a number of the y axis
   * @param at where
   */
  record Threshold(boolean level, double at, String label) implements Marker {}

  /** A point where something happens: a crossing, an event. */
  record Crossing(double x, double y, String label) implements Marker {}
}
