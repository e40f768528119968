package org.tidemark.render.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.tidemark.api.ledger.Ledger;
import org.tidemark.api.ledger.Standing;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.render.JsonLedger;
import org.tidemark.render.LedgerText;
import org.tidemark.render.PredictionText;
import org.tidemark.spi.value.PredictionValue;
import org.tidemark.spi.value.ValueText;

/** A ledger as one page: what the predictions come to, each of them, and what is ignored. */
public final class LedgerReport {
  private static final List<String> HEADERS =
      List.of("prediction", "window", "status", "by", "the model says", "credence");
  private static final List<Boolean> WORDS = List.of(true, true, true, true, true, false);

  private final Ledger ledger;
  private final List<Diagnostic> diagnostics;
  private final String version;
  private final Writer out;
  private final Html html;

  private LedgerReport(Ledger ledger, List<Diagnostic> diagnostics, String version, Writer out) {
    this.ledger = ledger;
    this.diagnostics = diagnostics;
    this.version = version;
    this.out = out;
    this.html = new Html(out);
  }

  /**
   * Writes the page; what it is written to stays open.
   *
   * @param version of Tidemark, {@code Tide 1.0}
   * @throws IOException where that cannot be written to
   */
  public static void write(Ledger ledger, List<Diagnostic> diagnostics, String version, Writer out)
      throws IOException {
    try {
      new LedgerReport(ledger, diagnostics, version, out).write();
    } catch (UncheckedIOException lost) {
      throw lost.getCause();
    }
  }

  private void write() throws IOException {
    String date = LedgerText.day(ledger.on());
    Page page = new Page(html, out, version);
    page.begin("Predictions on " + date, false);
    html.raw("<header class=\"masthead\">\n");
    html.element("p", "Ledger", "class", "kicker").element("h1", "Predictions on " + date).line();
    html.element("p", summary(), "class", "summary").line();
    html.raw("<dl class=\"facts\">\n");
    Masthead.fact(html, "With", version);
    Masthead.fact(html, "Draws", ledger.draws() + " with seed " + ledger.seed());
    ledger.partial().ifPresent(early -> Masthead.fact(html, "Drawing", early.words()));
    Masthead.fact(html, "Brier score of the credences", LedgerText.score(ledger.credences()));
    Masthead.fact(html, "Brier score of the model", LedgerText.score(ledger.chances()));
    html.raw("</dl>\n</header>\n<main id=\"main\" tabindex=\"-1\">\n");
    new MessagesSection(html, new SourceText("", "")).write(diagnostics);
    predictions();
    ignored();
    page.end(json -> json.write(JsonLedger.of(ledger, diagnostics)));
  }

  private String summary() {
    String all = ValueText.count(ledger.entries().size(), "prediction");
    return ledger.entries().isEmpty() ? all + "." : all + ": " + LedgerText.counts(ledger) + ".";
  }

  private void predictions() {
    html.raw("<section id=\"predictions\" aria-labelledby=\"predictions-heading\">\n");
    html.element("h2", "Predictions", "id", "predictions-heading").line();
    TableMarkup tables = new TableMarkup(html);
    tables.beginCards("What is predicted, and what has been observed", HEADERS, WORDS);
    for (Ledger.Entry entry : ledger.entries()) {
      row(entry);
    }
    tables.end();
    html.close("section").line();
  }

  private void row(Ledger.Entry entry) {
    PredictionValue prediction = entry.predicted().outcome().prediction();
    Standing standing = entry.standing();
    html.raw("<tr>").open("th", "scope", "row").name(entry.predicted().outcome().name());
    html.element("span", prediction.title().orElse(""), "class", "source");
    html.open("span", "class", "source").linked(prediction.source().orElse("")).close("span");
    html.close("th").open("td", "data-h", "window");
    TableMarkup.ends(html, ValueText.of(prediction.window()));
    html.close("td").open("td", "data-h", "status");
    Verdict.write(html, standing.status());
    if (standing.since().isPresent()) {
      html.text(" " + LedgerText.since(standing));
    }
    note(LedgerText.waitsFor(entry));
    html.close("td").open("td").linked(LedgerText.by(standing));
    note(standing.remark());
    prediction.test().falsifies().ifPresent(thesis -> note("falsifies: " + thesis));
    html.close("td").element("td", unbroken(LedgerText.model(entry)), "data-h", "the model says");
    html.element("td", PredictionText.percent(prediction.credence()), "data-h", "credence");
    html.raw("</tr>\n");
  }

  /** With no line ending between a number and its per cent. */
  private static String unbroken(String text) {
    return text.replace(" %", "\u00a0%").replace(" ± ", " ±\u00a0");
  }

  private void note(String text) {
    if (!text.isEmpty()) {
      html.element("span", text, "class", "source");
    }
  }

  private void ignored() {
    if (ledger.ignored().isEmpty()) {
      return;
    }
    html.raw("<section id=\"ignored\" aria-labelledby=\"ignored-heading\">\n");
    html.element("h2", "Observations that do not count", "id", "ignored-heading").line();
    html.raw("<ul>\n");
    for (Ledger.Ignored ignored : ledger.ignored()) {
      html.open("li").linked(LedgerText.ignored(ignored)).close("li").line();
    }
    html.raw("</ul>\n").close("section").line();
  }
}
