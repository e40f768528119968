package org.tidemark.render.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.tidemark.render.JsonReport;
import org.tidemark.render.Report;
import org.tidemark.spi.plot.Chart;

/**
 * A run as one page: results, pictures, asserts, claims, inputs and the script, with the style and
 * the little script it needs. It reaches for nothing outside itself, and says so to the browser.
 */
public final class HtmlReport {
  private final ReportContent content;
  private final Html html;
  private final Page page;

  private HtmlReport(ReportContent content, Writer out) {
    this.content = content;
    this.html = new Html(out);
    this.page = new Page(html, out, content.version());
  }

  /**
   * Writes a report as it goes along; what it is written to stays open.
   *
   * @throws IOException where that cannot be written to
   */
  public static void write(ReportContent content, Writer out) throws IOException {
    try {
      new HtmlReport(content, out).write();
    } catch (UncheckedIOException lost) {
      throw lost.getCause();
    }
  }

  private void write() throws IOException {
    Report run = content.run();
    Title title = Title.of(content.script());
    InputIndex index = InputIndex.of(content);
    TableMarkup tables = new TableMarkup(html);
    EvidenceMarkup evidence = new EvidenceMarkup(html, index);
    ClaimsSection claims = new ClaimsSection(html, tables, evidence);
    page.begin(
        title.name() + " – report",
        run.shown().stream().anyMatch(shown -> shown.value() instanceof Chart));
    new Masthead(html, content).write(title);
    contents(index);
    html.raw("<main id=\"main\" tabindex=\"-1\">\n");
    new MessagesSection(html, content.script().source()).write(run.diagnostics());
    new ResultsSection(html, tables, evidence).write(run.shown());
    new AssertsSection(html).write(run.asserts());
    claims.predictions(content.run().predictions());
    claims.claims(run.claims());
    new InputsSection(html, tables).write(index);
    new ScriptSection(html, content.script()).write();
    page.end(json -> JsonReport.write(run, json));
  }

  private void contents(InputIndex index) {
    Report run = content.run();
    html.raw("<nav aria-label=\"Contents\"><ul>");
    entry("messages", "Errors and warnings", !run.diagnostics().isEmpty());
    entry("results", "Results", true);
    entry("asserts", "Asserts", !run.asserts().isEmpty());
    entry("predictions", "Predictions", !content.run().predictions().isEmpty());
    entry("claims", "Claims", !run.claims().isEmpty());
    entry("inputs", "Inputs", !index.inputs().isEmpty());
    entry("script", "Script", true);
    html.raw("</ul></nav>\n");
  }

  private void entry(String section, String name, boolean there) {
    if (there) {
      page.entry(section, name);
    }
  }
}
