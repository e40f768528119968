package org.tidemark.render.chart;

import java.util.List;

/**
 * Colours that people with any kind of colour vision can tell apart, after Okabe and Ito, each
 * darkened or lightened until it stands out from the background by 3 : 1 and text by 4.5 : 1.
 */
enum Palette {
  /** On white. */
  LIGHT(
      "#ffffff",
      "#1f2328",
      "#59636e",
      "#e4e7eb",
      List.of("#0072b2", "#cc5500", "#00855f", "#a8457f", "#8a6800", "#4d555e")),
  /** On nearly black. */
  DARK(
      "#15181d",
      "#e8eaed",
      "#a3adb8",
      "#30363d",
      List.of("#56b4e9", "#ff8f4a", "#2bc496", "#e894c2", "#e9bd3f", "#c3cad3"));

  /** How many series have a colour of their own. */
  static final int COLOURS = 6;

  /** Viridis: even steps of lightness, in any kind of colour vision. */
  private static final int[] MAP = {
    0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b,
    0xfde725
  };

  private final String paper;
  private final String ink;
  private final String soft;
  private final String grid;
  private final List<String> series;

  Palette(String paper, String ink, String soft, String grid, List<String> series) {
    this.paper = paper;
    this.ink = ink;
    this.soft = soft;
    this.grid = grid;
    this.series = series;
  }

  /** A colour by the name that style sheets know it by. */
  String colour(String name) {
    return switch (name) {
      case "paper" -> paper;
      case "ink" -> ink;
      case "soft" -> soft;
      case "grid" -> grid;
      default -> series.get(Integer.parseInt(name) - 1);
    };
  }

  /** The custom properties of a style sheet. */
  String properties() {
    StringBuilder text = new StringBuilder();
    for (String name : List.of("paper", "ink", "soft", "grid")) {
      text.append("--tc-").append(name).append(':').append(colour(name)).append(';');
    }
    for (int i = 1; i <= COLOURS; i++) {
      text.append("--tc-").append(i).append(':').append(colour(Integer.toString(i))).append(';');
    }
    return text.toString();
  }

  /** The colour of a map for a number between 0 and 1. */
  static String ofMap(double part) {
    double place = Math.max(0, Math.min(1, part)) * (MAP.length - 1);
    int below = Math.min((int) place, MAP.length - 2);
    StringBuilder text = new StringBuilder("#");
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = MAP[below] >> shift & 0xff;
      int to = MAP[below + 1] >> shift & 0xff;
      int mixed = (int) Math.round(from + (to - from) * (place - below));
      text.append(Character.forDigit(mixed >> 4, 16)).append(Character.forDigit(mixed & 15, 16));
    }
    return text.toString();
  }
}
