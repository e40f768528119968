package org.tidemark.render.chart;

/** Whether a terminal is given colours. */
public enum Colours {
  /** Text only. */
  NONE,
  /** Sequences as of ANSI, in the colours that the reader has chosen for the terminal. */
  ANSI;

  private static final int[] SERIES = {34, 33, 32, 35, 36, 31};
  private static final int STEPS = 6;

  /** What starts the colour of a series. */
  String start(int series) {
    return this == NONE ? "" : "\u001b[" + SERIES[series % SERIES.length] + "m";
  }

  /** What starts a colour of a map, for a number between 0 and 1. */
  String ofMap(double part) {
    if (this == NONE) {
      return "";
    }
    int colour = Integer.parseInt(Palette.ofMap(part).substring(1), 16);
    int cube = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      cube = cube * STEPS + ((colour >> shift & 0xff) * (STEPS - 1) + 127) / 255;
    }
    return "\u001b[38;5;" + (16 + cube) + "m";
  }

  String bold() {
    return this == NONE ? "" : "\u001b[1m";
  }

  String faint() {
    return this == NONE ? "" : "\u001b[2m";
  }

  String end() {
    return this == NONE ? "" : "\u001b[0m";
  }
}
