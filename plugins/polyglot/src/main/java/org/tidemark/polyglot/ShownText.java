package org.tidemark.polyglot;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.model.Shown;
import org.tidemark.spi.value.OneLine;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** Shown results as lines of text: {@code name = value}, tables row by row below their names. */
final class ShownText {
  private static final String INDENT = "  ";

  private ShownText() {}

  /** The result, each of its lines ended by a newline. */
  static String of(Shown shown) {
    String name = OneLine.of(shown.name()).strip();
    Value value = shown.value();
    if (value instanceof TextValue text && name.startsWith("\"")) {
      return ValueText.of(text).concat("\n");
    }
    boolean isInput =
        value instanceof QuantityValue quantity && quantity.distribution().isPresent();
    String note = shown.evidence().atMedians() && !isInput ? " (at median inputs)" : "";
    return value instanceof TableValue table
        ? name + note + " =\n" + rows(table)
        : name + " = " + ValueText.of(value) + note + "\n";
  }

  private static String rows(TableValue table) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.columns());
    int shown = ValueText.shown(table.rows().size());
    for (List<Value> row : table.rows().subList(0, shown)) {
      lines.add(row.stream().map(ValueText::brief).toList());
    }
    int[] widths = new int[table.columns().size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], length(line.get(i)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder(INDENT);
      for (int i = 0; i < widths.length; i++) {
        row.append(line.get(i)).append(" ".repeat(widths[i] - length(line.get(i)))).append(INDENT);
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
    int left = table.rows().size() - shown;
    if (left > 0) {
      text.append(INDENT).append("… and ").append(ValueText.count(left, "more row")).append('\n');
    }
    return text.toString();
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
