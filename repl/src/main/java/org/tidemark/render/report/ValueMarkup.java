package org.tidemark.render.report;

import java.util.List;
import java.util.Map;
import org.tidemark.model.Shown;
import org.tidemark.quantity.NumberText;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.OneLine;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** Results that are neither tables nor pictures: a name, a value, and what it rests on. */
final class ValueMarkup {
  private final Html html;
  private final TableMarkup tables;
  private final EvidenceMarkup evidence;

  ValueMarkup(Html html, TableMarkup tables, EvidenceMarkup evidence) {
    this.html = html;
    this.tables = tables;
    this.evidence = evidence;
  }

  /** Writes one entry of a list of results. */
  void write(Shown shown) {
    String name = OneLine.of(shown.name()).strip();
    html.open("div", "class", "value");
    html.open("dt").name(name).close("dt");
    html.open("dd");
    value(name, shown.value());
    note(shown.value(), shown.evidence());
    html.close("dd");
    html.open("dd", "class", "rests");
    evidence.write(name, shown.evidence());
    html.close("dd").close("div").line();
  }

  /** Says that a result rests on medians, unless it shows the distribution itself. */
  private void note(Value value, Evidence restsOn) {
    boolean isInput =
        value instanceof QuantityValue quantity && quantity.distribution().isPresent();
    if (restsOn.atMedians() && !isInput) {
      html.raw(" ").element("span", "at median inputs", "class", "aside-note");
    }
  }

  private void value(String name, Value value) {
    if (value instanceof RecordValue fields) {
      html.open("dl", "class", "fields");
      for (Map.Entry<String, Value> field : fields.fields().entrySet()) {
        html.open("div").open("dt").name(field.getKey()).close("dt").open("dd");
        inner(name + "." + field.getKey(), field.getValue());
        html.close("dd").close("div");
      }
      html.close("dl");
    } else {
      inner(name, value);
    }
  }

  private void inner(String name, Value value) {
    if (value instanceof TableValue table) {
      tables.write(name, table);
    } else if (value instanceof ListValue list
        && ValueText.shown(list.elements().size()) < list.elements().size()) {
      html.text(ValueText.of(value));
      all(list.elements());
    } else if (value instanceof QuantityValue quantity && quantity.distribution().isEmpty()) {
      String exact = NumberText.exact(quantity.quantity().in(quantity.quantity().unit()));
      html.element("data", ValueText.of(value), "value", exact);
    } else if (value instanceof TextValue text) {
      html.element("span", text.text(), "class", "words");
    } else {
      html.text(ValueText.of(value));
    }
  }

  private void all(List<Value> elements) {
    int shown = Math.min(elements.size(), TableMarkup.MOST_ROWS);
    html.open("details", "class", "all");
    html.element("summary", "all " + elements.size() + " elements").open("p");
    for (int i = 0; i < shown; i++) {
      html.text((i == 0 ? "" : ", ") + ValueText.nested(elements.get(i)));
    }
    if (shown < elements.size()) {
      html.text(", and " + (elements.size() - shown) + " more, which --json gives");
    }
    html.close("p").close("details");
  }
}
