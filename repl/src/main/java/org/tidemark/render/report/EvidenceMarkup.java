package org.tidemark.render.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.ValueText;

/**
 * What a result rests on: the weakest grade as a word, and the inputs behind it to unfold. A list
 * that has been given before is named, not repeated.
 */
final class EvidenceMarkup {
  /** More than these are left to the section of all inputs. */
  private static final int MOST = 50;

  private final Html html;
  private final InputIndex index;
  private final Map<List<Evidence.Input>, String> given = new HashMap<>();

  EvidenceMarkup(Html html, InputIndex index) {
    this.html = html;
    this.index = index;
  }

  /** Writes a grade as a badge. */
  static void grade(Html html, Evidence.Grade grade) {
    html.element("span", grade.word(), "class", "grade grade-" + grade.word());
  }

  /**
   * Writes what a result rests on; nothing where there are no inputs.
   *
   * @param name of the result
   */
  void write(String name, Evidence evidence) {
    List<Evidence.Input> inputs = evidence.inputs();
    if (inputs.isEmpty()) {
      return;
    }
    html.open("details", "class", "evidence").open("summary");
    grade(html, evidence.weakest().orElseThrow());
    html.raw(" <span class=\"count\">").text(ValueText.count(inputs.size(), "input"));
    html.element("span", " of " + name, "class", "aside").raw("</span>");
    html.close("summary");
    String before = given.putIfAbsent(inputs, name);
    if (before != null) {
      html.open("p").text("The same as for ").element("b", before).text(".").close("p");
    } else {
      list(inputs);
    }
    html.close("details");
  }

  private void list(List<Evidence.Input> inputs) {
    html.open("ul");
    for (Evidence.Input input : inputs.subList(0, Math.min(MOST, inputs.size()))) {
      html.line().open("li");
      html.open("a", "href", "#" + index.anchor(input)).name(input.name()).close("a");
      html.text(" = " + input.value() + " ");
      grade(html, input.grade());
      if (input.uncertain()) {
        html.text(" stands for its median");
      }
      if (!input.source().isEmpty()) {
        html.raw(" <span class=\"source\">").linked(input.source()).raw("</span>");
      }
      html.close("li");
    }
    if (inputs.size() > MOST) {
      html.open("li").text("and " + (inputs.size() - MOST) + " more, under ");
      html.element("a", "Inputs", "href", "#inputs").close("li");
    }
    html.close("ul");
  }
}
