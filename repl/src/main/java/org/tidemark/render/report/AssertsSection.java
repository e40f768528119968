package org.tidemark.render.report;

import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.AssertOutcome;

/** The asserts, those of tests under their titles. */
final class AssertsSection {
  private final Html html;

  AssertsSection(Html html) {
    this.html = html;
  }

  void write(List<AssertOutcome> asserts) {
    if (asserts.isEmpty()) {
      return;
    }
    html.raw("<section id=\"asserts\" aria-labelledby=\"asserts-heading\">\n");
    html.element("h2", "Asserts", "id", "asserts-heading").line();
    Optional<String> test = Optional.empty();
    html.raw("<ul class=\"asserts\">\n");
    for (AssertOutcome outcome : asserts) {
      if (!outcome.test().equals(test)) {
        test = outcome.test();
        html.raw("</ul>\n").element("h3", test.orElse("Others")).raw("<ul class=\"asserts\">\n");
      }
      write(outcome);
    }
    html.raw("</ul>\n").close("section").line();
  }

  private void write(AssertOutcome outcome) {
    html.open("li");
    Verdict.write(html, outcome.passed() ? "held" : "failed", outcome.passed());
    html.raw(" <code>").text(outcome.text()).raw("</code>");
    outcome.message().ifPresent(message -> html.raw(" ").element("span", message));
    if (!outcome.passed() && outcome.failure().isPresent()) {
      Diagnostic failure = outcome.failure().get();
      MessagesSection.remarks(html, failure);
    }
    html.close("li").line();
  }
}
