package org.tidemark.render.chart;

import java.util.Set;
import java.util.TreeSet;

/** Writes the elements of an SVG, dressed by classes or by attributes. */
final class SvgPen {
  private final StringBuilder out = new StringBuilder();
  private final Options options;
  private final boolean classes;
  private final Palette palette;
  private final Set<Integer> hatches = new TreeSet<>();

  SvgPen(Options options) {
    this.options = options;
    this.classes =
        options.look() == Options.Look.STAND_ALONE || options.look() == Options.Look.EMBEDDED;
    this.palette = options.look() == Options.Look.DARK ? Palette.DARK : Palette.LIGHT;
  }

  /** Whether colours come from a style sheet. */
  boolean usesClasses() {
    return classes;
  }

  void raw(String text) {
    out.append(text);
  }

  /** The attributes for how something is painted. */
  String dress(Dress dress, int series) {
    return classes ? dress.asClass() : dress.asAttributes(palette, series);
  }

  void path(SvgPath path, Dress dress, int series, String further) {
    if (!path.isEmpty()) {
      out.append("<path").append(dress(dress, series)).append(further);
      out.append(" d=\"").append(path).append("\"/>\n");
    }
  }

  void coloured(SvgPath path, String colour) {
    out.append("<path fill=\"").append(colour).append("\" shape-rendering=\"crispEdges\" d=\"");
    out.append(path).append("\"/>\n");
  }

  void hatched(SvgPath path, int kind) {
    if (!path.isEmpty()) {
      hatches.add(kind);
      out.append("<path fill=\"url(#").append(hatchId(kind)).append(")\" d=\"");
      out.append(path).append("\"/>\n");
    }
  }

  private String hatchId(int kind) {
    return options.prefix() + "-h" + kind;
  }

  /** The patterns that have been used. */
  String definitions() {
    StringBuilder text = new StringBuilder();
    for (int kind : hatches) {
      text.append("<pattern id=\"").append(hatchId(kind));
      text.append("\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path");
      text.append(dress(Dress.HATCH, 0)).append(" d=\"").append(SvgMarks.hatch(kind));
      text.append("\"/></pattern>\n");
    }
    return text.length() == 0 ? "" : "<defs>\n" + text + "</defs>\n";
  }

  void words(Layout.Words words) {
    text(words.x(), words.y(), words.anchor(), words.turn(), words.dress(), words.text());
  }

  void text(double x, double y, String anchor, double turn, Dress dress, String words) {
    String px = SvgText.number(x);
    String py = SvgText.number(y);
    out.append("<text").append(dress(dress, 0));
    out.append(" x=\"").append(px).append("\" y=\"").append(py).append('"');
    if (!anchor.equals("start")) {
      out.append(" text-anchor=\"").append(anchor).append('"');
    }
    if (turn != 0) {
      out.append(" transform=\"rotate(").append(SvgText.number(turn)).append(' ').append(px);
      out.append(' ').append(py).append(")\"");
    }
    out.append('>').append(SvgText.escaped(words)).append("</text>\n");
  }

  /** A ring around a point. */
  void ring(double x, double y) {
    out.append("<circle").append(dress(Dress.RING, 0)).append(" cx=\"");
    out.append(SvgText.number(x)).append("\" cy=\"").append(SvgText.number(y));
    out.append("\" r=\"5\"/>\n");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
