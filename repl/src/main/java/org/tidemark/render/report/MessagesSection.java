package org.tidemark.render.report;

import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.diagnostic.Label;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;

/** What was wrong: errors and warnings, each with its place and a way out. */
final class MessagesSection {
  private final Html html;
  private final SourceText script;

  MessagesSection(Html html, SourceText script) {
    this.html = html;
    this.script = script;
  }

  void write(List<Diagnostic> messages) {
    if (messages.isEmpty()) {
      return;
    }
    html.raw("<section id=\"messages\" aria-labelledby=\"messages-heading\">\n");
    html.element("h2", "Errors and warnings", "id", "messages-heading").line();
    html.raw("<ul class=\"messages\">\n");
    for (Diagnostic message : messages) {
      write(message);
    }
    html.raw("</ul>\n").close("section").line();
  }

  private void write(Diagnostic message) {
    html.open("li");
    html.element(
        "span",
        message.severity().word(),
        "class",
        "verdict " + (message.isError() ? "bad" : "open"));
    html.raw(" <code>").text(message.code()).raw("</code> ");
    html.element("b", message.message());
    if (message.location().isPresent()) {
      place(message.location().get());
    }
    remarks(html, message);
    for (String help : message.help()) {
      html.element("p", "Help: " + help, "class", "note");
    }
    html.close("li").line();
  }

  /** What stands under the places of a message: for an assert, the values of its sides. */
  static void remarks(Html html, Diagnostic message) {
    if (!message.note().isEmpty()) {
      html.element("p", message.note(), "class", "note");
    }
    for (Label label : message.labels()) {
      Location at = label.location();
      html.raw("<p class=\"note\"><code>").text(brief(at.source().text(at.span())));
      html.raw("</code> – ").text(label.text()).raw("</p>");
    }
  }

  private static String brief(String code) {
    int end = code.indexOf('\n');
    return end < 0 ? code : code.substring(0, end) + " …";
  }

  private void place(Location location) {
    int line = location.source().line(location.span().start());
    html.open("p");
    // the same text may have been read more than once
    if (location.source().text().equals(script.text())) {
      html.element("a", location.describe(), "href", "#line-" + line);
    } else {
      html.text(location.describe());
    }
    html.raw(" <code>").text(location.source().lineText(line).strip()).raw("</code>").close("p");
  }
}
