package org.tidemark.render.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * How each sort of thing in a chart is painted: as a class of a style sheet, or written out as
 * attributes for what knows no style sheets. Colours are names of a {@link Palette}; {@code own} is
 * the colour of the series.
 */
enum Dress {
  PAPER("p", "fill", "paper"),
  GRID("g", "fill", "none", "stroke", "grid"),
  AXIS("a", "fill", "none", "stroke", "soft"),
  TITLE("h", "fill", "ink", "font-size", "16", "font-weight", "700"),
  TEXT("t", "fill", "ink"),
  SOFT("u", "fill", "soft"),
  SMALL("n", "fill", "soft", "font-size", "12"),
  LINE("l", "fill", "none", "stroke", "own", "stroke-width", "2", "stroke-linejoin", "round"),
  DOTS("d", "fill", "none", "stroke", "own", "stroke-width", "6", "stroke-linecap", "round"),
  SHAPE("s", "fill", "own"),
  BAND("b", "fill", "own", "fill-opacity", ".2"),
  SPREAD("e", "fill", "none", "stroke", "own", "stroke-width", "1.5"),
  WHISKER("i", "fill", "none", "stroke", "ink", "stroke-width", "1.5"),
  BAR("r", "fill", "own", "stroke", "paper", "stroke-width", ".7"),
  HATCH("k", "stroke", "paper", "stroke-width", "1.6", "fill", "none"),
  RULE("m", "fill", "none", "stroke", "ink", "stroke-width", "1.2", "stroke-dasharray", "5 4"),
  RING("c", "fill", "paper", "stroke", "ink", "stroke-width", "2"),
  LABEL(
      "w",
      "fill",
      "ink",
      "stroke",
      "paper",
      "stroke-width",
      "3.5",
      "stroke-linejoin",
      "round",
      "paint-order",
      "stroke");

  private static final String FONT =
      "font:13px system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

  private static final String COLOURS = " paper grid soft ink ";

  private final String name;
  private final String[] properties;

  Dress(String name, String... properties) {
    this.name = name;
    this.properties = properties;
  }

  /** An attribute for the class. */
  String asClass() {
    return " class=\"" + name + '"';
  }

  /** The attributes that say the same, for a series, counted from 0. */
  String asAttributes(Palette palette, int series) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < properties.length; i += 2) {
      String value = properties[i + 1];
      String written =
          value.equals("own")
              ? palette.colour(Integer.toString(series % Palette.COLOURS + 1))
              : isColour(value) ? palette.colour(value) : value;
      text.append(' ').append(properties[i]).append("=\"").append(written).append('"');
    }
    return text.toString();
  }

  private static boolean isColour(String value) {
    return COLOURS.contains(" " + value + " ");
  }

  private String rule() {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < properties.length; i += 2) {
      String value = properties[i + 1];
      String written =
          value.equals("own") ? "var(--c)" : isColour(value) ? "var(--tc-" + value + ")" : value;
      boolean isLength = properties[i].equals("font-size");
      parts.add(properties[i] + ":" + written + (isLength ? "px" : ""));
    }
    return ".tc ." + name + "{" + String.join(";", parts) + "}";
  }

  /** The style sheet of all charts of a page. */
  static String styleSheet() {
    StringBuilder css = new StringBuilder();
    css.append(".tc{").append(FONT).append(';').append(Palette.LIGHT.properties()).append("}\n");
    css.append("@media screen and (prefers-color-scheme:dark){.tc{")
        .append(Palette.DARK.properties())
        .append("}}\n");
    for (Dress dress : values()) {
      css.append(dress.rule());
    }
    css.append('\n');
    for (int i = 1; i <= Palette.COLOURS; i++) {
      css.append(".tc .s").append(i).append("{--c:var(--tc-").append(i).append(")}");
    }
    css.append(
        "\n.tc .v{fill:none;pointer-events:all}.tc .v circle{r:8px}.tc text{pointer-events:none}\n");
    return css.toString();
  }
}
