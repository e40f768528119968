package org.tidemark.render.report;

import java.util.List;
import org.tidemark.spi.Evidence;

/** All inputs that anything in the report rests on. */
final class InputsSection {
  private static final List<String> HEADERS =
      List.of("input", "value", "grade", "source", "results");
  private static final List<Boolean> WORDS = List.of(true, true, true, true, false);

  private final Html html;
  private final TableMarkup tables;

  InputsSection(Html html, TableMarkup tables) {
    this.html = html;
    this.tables = tables;
  }

  void write(InputIndex index) {
    List<Evidence.Input> inputs = index.inputs();
    if (inputs.isEmpty()) {
      return;
    }
    html.raw("<section id=\"inputs\" aria-labelledby=\"inputs-heading\">\n");
    html.element("h2", "Inputs and their sources", "id", "inputs-heading").line();
    tables.begin("What the results rest on, and how many each", HEADERS, WORDS, 0);
    for (int i = 0; i < inputs.size(); i++) {
      Evidence.Input input = inputs.get(i);
      html.open("tr", "id", index.anchor(input));
      html.open("th", "scope", "row").name(input.name()).close("th");
      html.open("td").text(input.value());
      if (input.uncertain()) {
        html.element("span", "stands for its median", "class", "source");
      }
      html.close("td").open("td");
      EvidenceMarkup.grade(html, input.grade());
      html.close("td").open("td").linked(input.source()).close("td");
      html.element("td", Integer.toString(index.uses(i))).raw("</tr>\n");
    }
    tables.end();
    html.close("section").line();
  }
}
