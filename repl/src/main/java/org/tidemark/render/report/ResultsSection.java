package org.tidemark.render.report;

import java.util.List;
import org.tidemark.model.Shown;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.value.OneLine;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;

/** What the script shows, in its order. */
final class ResultsSection {
  /** A text on its own that is no longer than this and is no sentence is taken for a heading. */
  private static final int LONGEST_HEADING = 70;

  private final Html html;
  private final TableMarkup tables;
  private final EvidenceMarkup evidence;
  private final ValueMarkup values;
  private final PlotMarkup plots;
  private boolean inList;

  ResultsSection(Html html, TableMarkup tables, EvidenceMarkup evidence) {
    this.html = html;
    this.tables = tables;
    this.evidence = evidence;
    this.values = new ValueMarkup(html, tables, evidence);
    this.plots = new PlotMarkup(html, tables);
  }

  void write(List<Shown> results) {
    html.raw("<section id=\"results\" aria-labelledby=\"results-heading\">\n");
    html.element("h2", "Results", "id", "results-heading").line();
    if (results.isEmpty()) {
      html.element("p", "The script shows nothing.", "class", "note");
    }
    for (Shown shown : results) {
      String name = OneLine.of(shown.name()).strip();
      if (shown.value() instanceof TextValue text && name.startsWith("\"")) {
        list(false);
        said(text.text().strip());
      } else if (shown.value() instanceof TableValue table) {
        list(false);
        html.open("div", "class", "tabular");
        tables.write(name, table);
        evidence.write(name, shown.evidence());
        html.close("div").line();
      } else if (shown.value() instanceof Chart chart) {
        list(false);
        html.open("figure");
        plots.write(name, chart);
        evidence.write(name, shown.evidence());
        html.close("figure").line();
      } else {
        list(true);
        values.write(shown);
      }
    }
    list(false);
    html.close("section").line();
  }

  /** Opens or closes a list of values. */
  private void list(boolean wanted) {
    if (wanted != inList) {
      html.raw(wanted ? "<dl class=\"values\">\n" : "</dl>\n");
      inList = wanted;
    }
  }

  private void said(String text) {
    boolean sentence = text.isEmpty() || ".:;,!?".indexOf(text.charAt(text.length() - 1)) >= 0;
    boolean heading = text.length() <= LONGEST_HEADING && !sentence && text.indexOf('\n') < 0;
    html.element(heading ? "h3" : "p", text, "class", heading ? "" : "said").line();
  }
}
