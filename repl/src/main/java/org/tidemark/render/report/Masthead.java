package org.tidemark.render.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tidemark.api.ScriptOutline;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.AssertOutcome;
import org.tidemark.model.ClaimOutcome;
import org.tidemark.model.PredictionOutcome;
import org.tidemark.spi.value.ValueText;

/** The head of the page: what it is about, what came out in a line, and how it was made. */
final class Masthead {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

  private final Html html;
  private final ReportContent content;

  Masthead(Html html, ReportContent content) {
    this.html = html;
    this.content = content;
  }

  void write(Title title) {
    html.raw("<header class=\"masthead\">\n");
    html.element("p", "Report of a run", "class", "kicker");
    html.element("h1", title.name()).line();
    if (!title.about().isEmpty()) {
      html.raw("<div class=\"about\">");
      Markdown.write(html, title.about());
      html.raw("</div>\n");
    }
    html.element("p", summary(), "class", "summary").line();
    html.raw("<dl class=\"facts\">\n");
    fact(html, "Script", content.script().source().name());
    html.raw("<div><dt>Run</dt><dd>");
    time(html, content.date());
    html.raw("</dd></div>\n");
    fact(html, "With", content.version());
    if (!content.script().modules().isEmpty()) {
      fact(html, "Imports", String.join(", ", content.script().modules()));
    }
    for (String setting : content.settings()) {
      code("Set by the command", setting);
    }
    for (String draws : draws()) {
      fact(html, "Draws", draws);
    }
    html.raw("</dl>\n</header>\n");
  }

  /** Writes when something was run. */
  static void time(Html html, Instant when) {
    ZonedDateTime date = when.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC);
    html.element("time", DATE.format(date), "datetime", date.toInstant().toString());
  }

  /** Writes one of the facts about a run. */
  static void fact(Html html, String name, String text) {
    html.raw("<div>").element("dt", name).element("dd", text).raw("</div>\n");
  }

  private void code(String name, String text) {
    html.raw("<div>").element("dt", name).raw("<dd>").element("code", text);
    html.raw("</dd></div>\n");
  }

  /** {@code sample with seed 1, the default (lines 12, 14)}. */
  private List<String> draws() {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (ScriptOutline.Draws draws : content.script().draws()) {
      String what =
          draws.function()
              + " with seed "
              + draws.seed()
              + (draws.written() ? "" : ", the default");
      lines.computeIfAbsent(what, key -> new ArrayList<>()).add(Integer.toString(draws.line()));
    }
    List<String> texts = new ArrayList<>();
    lines.forEach(
        (what, at) ->
            texts.add(
                what + (at.size() == 1 ? " (line " : " (lines ") + String.join(", ", at) + ")"));
    return texts;
  }

  private String summary() {
    List<String> parts = new ArrayList<>();
    long errors = content.run().diagnostics().stream().filter(Diagnostic::isError).count();
    long warnings = content.run().diagnostics().size() - errors;
    parts.add(ValueText.count(content.run().shown().size(), "result"));
    long held = content.run().asserts().stream().filter(AssertOutcome::passed).count();
    long failed = content.run().asserts().size() - held;
    if (held + failed > 0) {
      String all = ValueText.count((int) held, "assert") + " held";
      parts.add(failed == 0 ? all : all + ", " + failed + " failed");
    }
    Map<String, Integer> verdicts = new LinkedHashMap<>();
    for (ClaimOutcome claim : content.run().claims()) {
      verdicts.merge(claim.claim().verdict().word(), 1, Integer::sum);
    }
    if (!verdicts.isEmpty()) {
      parts.add(ValueText.count(content.run().claims().size(), "claim") + ": " + words(verdicts));
    }
    Map<String, Integer> said = new LinkedHashMap<>();
    for (PredictionOutcome prediction : content.run().predictions()) {
      said.merge(prediction.prediction().verdict().word(), 1, Integer::sum);
    }
    if (!said.isEmpty()) {
      parts.add(
          ValueText.count(content.run().predictions().size(), "prediction") + ": " + words(said));
    }
    if (errors > 0) {
      parts.add(ValueText.count((int) errors, "error"));
    }
    if (warnings > 0) {
      parts.add(ValueText.count((int) warnings, "warning"));
    }
    return String.join("; ", parts) + ".";
  }

  private static String words(Map<String, Integer> counts) {
    List<String> words = new ArrayList<>();
    counts.forEach((word, count) -> words.add(count + " " + word));
    return String.join(", ", words);
  }
}
