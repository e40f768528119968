package org.tidemark.render.report;

import java.util.List;
import org.tidemark.model.ClaimOutcome;
import org.tidemark.model.PredictionOutcome;
import org.tidemark.render.ClaimNotes;
import org.tidemark.render.ClaimText;
import org.tidemark.render.PredictionText;
import org.tidemark.spi.value.ClaimValue;
import org.tidemark.spi.value.PredictionValue;
import org.tidemark.spi.value.ValueText;

/** Claims beside what is computed, and predictions beside what the model says of them. */
final class ClaimsSection {
  private static final List<String> CLAIMS =
      List.of("claim", "verdict", "reported", "computed", "difference", "rests on");
  private static final List<Boolean> CLAIM_WORDS = List.of(true, true, false, false, false, true);
  private static final List<String> PREDICTIONS =
      List.of(
          "prediction", "window", "the model says", "verdict", "credence", "source", "rests on");
  private static final List<Boolean> PREDICTION_WORDS =
      List.of(true, true, true, true, false, true, true);

  private final Html html;
  private final TableMarkup tables;
  private final EvidenceMarkup evidence;

  ClaimsSection(Html html, TableMarkup tables, EvidenceMarkup evidence) {
    this.html = html;
    this.tables = tables;
    this.evidence = evidence;
  }

  void claims(List<ClaimOutcome> claims) {
    if (claims.isEmpty()) {
      return;
    }
    html.raw("<section id=\"claims\" aria-labelledby=\"claims-heading\">\n");
    html.element("h2", "Claims", "id", "claims-heading").line();
    table("What a source reports, and what the script computes", "", claims);
    html.close("section").line();
  }

  /**
   * A table of claims.
   *
   * @param caption of the table
   * @param module what tells apart claims of one name, where that is said; else empty
   */
  void table(String caption, String module, List<ClaimOutcome> claims) {
    tables.beginCards(caption, CLAIMS, CLAIM_WORDS);
    for (ClaimOutcome outcome : claims) {
      claim(outcome, module);
    }
    tables.end();
  }

  private void claim(ClaimOutcome outcome, String module) {
    ClaimValue claim = outcome.claim();
    html.raw("<tr>").open("th", "scope", "row").name(outcome.name());
    html.element("span", claim.title(), "class", "source");
    html.open("span", "class", "source").linked(claim.source()).close("span");
    for (String note : ClaimNotes.of(claim)) {
      html.element("span", note, "class", "source");
    }
    html.close("th");
    verdict(claim.verdict());
    html.open("td", "data-h", "reported");
    TableMarkup.ends(html, ClaimText.reported(claim));
    html.close("td");
    cell("computed", ClaimText.computed(claim));
    difference(claim, ClaimText.difference(claim));
    html.open("td");
    evidence.write(module + outcome.name(), outcome.evidence());
    html.close("td").raw("</tr>\n");
    for (ClaimValue.Reading reading : claim.readings()) {
      html.raw("<tr>").open("th", "scope", "row", "class", "reading");
      html.text(outcome.name() + ", " + reading.name()).close("th");
      verdict(reading.verdict());
      cell("reported", "");
      cell("computed", ClaimText.computed(claim, reading));
      difference(claim, ClaimText.difference(claim, reading));
      html.element("td", "").raw("</tr>\n");
    }
  }

  private void verdict(ClaimValue.Verdict verdict) {
    html.open("td");
    Verdict.write(html, verdict);
    html.close("td");
  }

  /** What lies between, and how much of it is allowed. */
  private void difference(ClaimValue claim, String text) {
    html.open("td", "data-h", "difference").text(text);
    if (!text.isEmpty()) {
      ClaimNotes.allowed(claim).ifPresent(most -> html.element("span", most, "class", "source"));
    }
    html.close("td");
  }

  private void cell(String header, String text) {
    html.element("td", text, "data-h", header);
  }

  void predictions(List<PredictionOutcome> predictions) {
    if (predictions.isEmpty()) {
      return;
    }
    html.raw("<section id=\"predictions\" aria-labelledby=\"predictions-heading\">\n");
    html.element("h2", "Predictions", "id", "predictions-heading").line();
    tables.begin("What is predicted, and what the model says", PREDICTIONS, PREDICTION_WORDS, 0);
    for (PredictionOutcome outcome : predictions) {
      PredictionValue prediction = outcome.prediction();
      html.raw("<tr>").open("th", "scope", "row").name(outcome.name());
      html.element("span", prediction.title().orElse(""), "class", "source").close("th");
      html.element("td", ValueText.of(prediction.window()));
      html.element("td", PredictionText.event(prediction));
      html.open("td");
      Verdict.write(html, prediction.verdict());
      html.close("td");
      html.element("td", credence(prediction));
      html.open("td").linked(prediction.source().orElse("")).close("td");
      html.open("td");
      evidence.write(outcome.name(), outcome.evidence());
      html.close("td").raw("</tr>\n");
    }
    tables.end();
    html.close("section").line();
  }

  private static String credence(PredictionValue prediction) {
    return prediction.credence().isPresent() ? PredictionText.percent(prediction.credence()) : "–";
  }
}
