package org.tidemark.render.report;

import java.io.IOException;
import java.io.Writer;
import org.tidemark.render.chart.SvgChart;

/** What all pages have around their content: the head, and what makes them complete. */
final class Page {
  private final Html html;
  private final Writer out;
  private final String version;
  private final String script = Assets.script();

  Page(Html html, Writer out, String version) {
    this.html = html;
    this.out = out;
    this.version = version;
  }

  /** The results as JSON, which travel in the page. */
  interface Results {
    void write(Writer out) throws IOException;
  }

  /**
   * Opens the page down to its body.
   *
   * @param charts whether there are any in it
   */
  void begin(String title, boolean charts) {
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", Assets.policy(script));
    html.line();
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.line().empty("meta", "name", "color-scheme", "content", "light dark");
    html.line().empty("meta", "name", "referrer", "content", "no-referrer");
    html.line().empty("meta", "name", "generator", "content", version);
    html.line().element("title", title).line();
    html.raw("<style>").raw(Assets.style());
    if (charts) {
      html.raw(SvgChart.styleSheet());
    }
    html.raw("</style>\n</head>\n");
    html.raw("<body>\n<a class=\"skip\" href=\"#main\">Skip to the results</a>\n");
  }

  /** An entry of the contents. */
  void entry(String section, String name) {
    html.raw("<li>").element("a", name, "href", "#" + section).raw("</li>");
  }

  /** Closes the page behind its content. */
  void end(Results results) throws IOException {
    html.raw("</main>\n<footer><p>Written by ").text(version);
    html.raw(". The page is complete in itself and loads nothing.</p></footer>\n");
    html.raw("<script type=\"application/json\" id=\"results-json\">");
    try (Writer json = new EmbeddedResults(out)) {
      results.write(json);
    }
    html.raw("</script>\n<script>").raw(script).raw("</script>\n</body>\n</html>\n");
  }
}
