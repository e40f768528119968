package org.tidemark.render.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.render.audit.AuditJson;
import org.tidemark.render.audit.Audited;
import org.tidemark.render.audit.Tally;

/** An audit as one page: the claims of each module, and the inputs that they rest on. */
public final class AuditReport {
  private static final String TITLE = "Audit of the sources";

  private final List<Audited> audited;
  private final String version;
  private final Instant date;
  private final Writer out;
  private final Html html;

  private AuditReport(List<Audited> audited, String version, Instant date, Writer out) {
    this.audited = audited;
    this.version = version;
    this.date = date;
    this.out = out;
    this.html = new Html(out);
  }

  /**
   * Writes a report as it goes along; what it is written to stays open.
   *
   * @param version of Tidemark
   * @param date of the audit
   * @throws IOException where that cannot be written to
   */
  public static void write(List<Audited> audited, String version, Instant date, Writer out)
      throws IOException {
    try {
      new AuditReport(audited, version, date, out).write();
    } catch (UncheckedIOException lost) {
      throw lost.getCause();
    }
  }

  private void write() throws IOException {
    InputIndex index = InputIndex.ofClaims(audited);
    TableMarkup tables = new TableMarkup(html);
    EvidenceMarkup evidence = new EvidenceMarkup(html, index);
    ClaimsSection claims = new ClaimsSection(html, tables, evidence);
    List<Diagnostic> messages = new ArrayList<>();
    audited.forEach(module -> messages.addAll(module.diagnostics()));
    Page page = new Page(html, out, version);
    page.begin(TITLE + " – report", false);
    masthead();
    html.raw("<nav aria-label=\"Contents\"><ul>");
    if (!messages.isEmpty()) {
      page.entry("messages", "Errors and warnings");
    }
    for (int i = 0; i < audited.size(); i++) {
      page.entry(section(i), audited.get(i).name());
    }
    if (!index.inputs().isEmpty()) {
      page.entry("inputs", "Inputs");
    }
    html.raw("</ul></nav>\n<main id=\"main\" tabindex=\"-1\">\n");
    new MessagesSection(html, new SourceText("", "")).write(messages);
    for (int i = 0; i < audited.size(); i++) {
      module(section(i), audited.get(i), claims);
    }
    new InputsSection(html, tables).write(index);
    page.end(json -> json.write(AuditJson.of(audited)));
  }

  private static String section(int module) {
    return "module-" + (module + 1);
  }

  private void masthead() {
    html.raw("<header class=\"masthead\">\n");
    html.element("p", "Report of an audit", "class", "kicker");
    html.element("h1", TITLE).line();
    html.element("p", Tally.of(audited).text() + ".", "class", "summary").line();
    html.raw("<dl class=\"facts\">\n<div><dt>Run</dt><dd>");
    Masthead.time(html, date);
    html.raw("</dd></div>\n");
    Masthead.fact(html, "With", version);
    html.raw("</dl>\n</header>\n");
  }

  private void module(String id, Audited module, ClaimsSection claims) {
    html.open("section", "id", id, "aria-labelledby", id + "-heading").line();
    html.element("h2", module.name(), "id", id + "-heading").line();
    if (module.claims().isEmpty()) {
      html.element("p", "The module has no claims.", "class", "note");
    } else {
      claims.table(
          "What sources report, and what " + module.name() + " computes",
          module.name() + ": ",
          module.claims());
    }
    html.close("section").line();
  }
}
