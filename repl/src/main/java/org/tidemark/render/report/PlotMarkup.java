package org.tidemark.render.report;

import java.util.List;
import java.util.regex.Pattern;
import org.tidemark.render.chart.Options;
import org.tidemark.render.chart.SvgChart;
import org.tidemark.spi.plot.Chart;

/** A chart as a picture of lines and areas, with its numbers below it to unfold. */
final class PlotMarkup {
  /** Nobody reads more than these, least of all on paper; the results as JSON have all. */
  private static final int MOST_POINTS = 100;

  /** What the second drawing has from the first: the words of its points, and their numbers. */
  private static final Pattern WORDS = Pattern.compile("><title>[^<]*</title></(?:circle|rect)>");

  private static final Pattern NUMBERS = Pattern.compile(" data-[xy]=\"[^\"]*\"");

  private static final int NARROW = 360;
  private static final int NARROW_HIGH = 320;

  private final Html html;
  private final TableMarkup tables;
  private int plots;

  PlotMarkup(Html html, TableMarkup tables) {
    this.html = html;
    this.tables = tables;
  }

  /** Writes the inside of a figure. */
  void write(String name, Chart chart) {
    String title = chart.title().isEmpty() ? name : chart.title();
    plots++;
    html.open("figcaption").element("b", title);
    if (!chart.notes().isEmpty()) {
      html.raw(" ").element("span", String.join("; ", chart.notes()), "class", "note");
    }
    html.close("figcaption").line();
    html.open("div", "class", "plot", "data-name", title);
    Chart drawn = drawn(chart);
    html.raw(SvgChart.of(drawn, Options.embedded("plot-" + plots)));
    // drawn again for a telephone, where the letters of the first would be too small
    String narrow =
        SvgChart.of(drawn, Options.embedded("narrow-" + plots).withSize(NARROW, NARROW_HIGH));
    html.raw(NUMBERS.matcher(WORDS.matcher(narrow).replaceAll("/>")).replaceAll(""));
    html.close("div").line();
    data(title, chart);
  }

  /** What is said above the picture is not drawn in it again. */
  private static Chart drawn(Chart chart) {
    return new Chart("", chart.x(), chart.y(), chart.series(), chart.markers(), List.of());
  }

  private void data(String title, Chart chart) {
    List<ChartData.Part> parts = ChartData.of(chart);
    List<String> markers = ChartData.markers(chart);
    if (parts.isEmpty() && markers.isEmpty()) {
      return;
    }
    html.open("details", "class", "data").open("summary").text("data");
    html.element("span", " of " + title, "class", "aside").close("summary");
    for (String marker : markers) {
      html.element("p", marker);
    }
    for (ChartData.Part part : parts) {
      table(part);
    }
    html.close("details").line();
  }

  private void table(ChartData.Part part) {
    int rows = Math.min(part.rows(), MOST_POINTS);
    List<Boolean> words = part.words();
    tables.begin(part.name(), part.headers(), words, rows);
    for (int row = 0; row < rows; row++) {
      html.raw("<tr>");
      for (int column = 0; column < words.size(); column++) {
        html.open("td").text(part.cell(thinned(row, rows, part.rows()), column));
        tables.endCell(rows);
      }
      tables.endRow(rows);
    }
    tables.end();
    if (rows < part.rows()) {
      html.element(
          "p",
          rows + " of " + part.rows() + " points; the JSON at the end of the page has all.",
          "class",
          "note");
    }
  }

  /** Which point stands in a row, so that the rows are spread evenly from the first to the last. */
  private static int thinned(int row, int rows, int points) {
    return rows < 2 ? row : (int) Math.round((double) row * (points - 1) / (rows - 1));
  }
}
