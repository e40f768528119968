package org.tidemark.script;

import java.util.List;
import org.tidemark.model.Shown;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** A shown result as text: {@code name = value}, a table with a line for each row. */
final class ResultLines {
  private ResultLines() {}

  static String of(Shown shown) {
    Value value = shown.value();
    if (value instanceof TextValue text && shown.name().startsWith("\"")) {
      return text.text() + "\n";
    }
    if (!(value instanceof TableValue table)) {
      return shown.name() + " = " + ValueText.of(value) + "\n";
    }
    StringBuilder text = new StringBuilder(shown.name()).append(" =\n  ");
    text.append(String.join("\t", table.columns())).append('\n');
    for (List<Value> row : table.rows()) {
      text.append("  ").append(String.join("\t", row.stream().map(ValueText::of).toList()));
      text.append('\n');
    }
    return text.toString();
  }
}
