package org.tidemark.render;

import java.util.Map;
import org.tidemark.model.Shown;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.OneLine;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** Shown results as text: {@code name = value}, and what takes several lines under its name. */
public final class ResultText {
  private static final int WIDTH = 100;
  private static final String INDENT = "  ";

  private ResultText() {}

  /** The result, each of its lines ended by a newline. */
  public static String of(Shown shown) {
    String name = OneLine.of(shown.name()).strip();
    Value value = shown.value();
    String note = note(shown);
    if (value instanceof TextValue text && name.startsWith("\"")) {
      return PlainText.lines(text.text()).concat("\n");
    }
    StringBuilder out = new StringBuilder(name);
    if (value instanceof TableValue table) {
      out.append(note).append(" =\n");
      return indent(out, TableText.of(table)).toString();
    }
    String line = ValueText.of(value);
    boolean fits = PlainText.width(name) + PlainText.width(line) + 3 <= WIDTH;
    if (value instanceof RecordValue fields && (!fits || holdsTable(fields))) {
      out.append(note).append(" =\n");
      return indent(out, fields(fields)).toString();
    }
    if (value instanceof ListValue && !fits) {
      out.append(note).append(" =\n");
      return indent(out, wrapped(line)).toString();
    }
    return out.append(" = ").append(line).append(note).append('\n').toString();
  }

  /** Says that the result rests on medians, unless it shows the distribution itself. */
  private static String note(Shown shown) {
    boolean isInput =
        shown.value() instanceof QuantityValue quantity && quantity.distribution().isPresent();
    return shown.evidence().atMedians() && !isInput ? " (at median inputs)" : "";
  }

  private static boolean holdsTable(RecordValue fields) {
    return fields.fields().values().stream().anyMatch(TableValue.class::isInstance);
  }

  private static String fields(RecordValue fields) {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, Value> field : fields.fields().entrySet()) {
      out.append(field.getKey());
      if (field.getValue() instanceof TableValue table) {
        indent(out.append(" =\n"), TableText.of(table));
      } else {
        out.append(" = ").append(ValueText.of(field.getValue())).append('\n');
      }
    }
    return out.toString();
  }

  /** Breaks a list's text between its elements, not inside of them. */
  private static String wrapped(String list) {
    StringBuilder out = new StringBuilder();
    int room = WIDTH - INDENT.length();
    int depth = 0;
    boolean quoted = false;
    int start = 0;
    int gap = -1;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (c == '"' && list.charAt(i - 1) != '\\') {
        quoted = !quoted;
      } else if (!quoted) {
        depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      }
      boolean between = c == ',' && depth == 1 && !quoted;
      if (i - start >= room && gap >= 0) {
        out.append(list, start, gap + 1).append("\n ");
        start = gap + 2;
        gap = -1;
        room = WIDTH - INDENT.length() - 1;
      }
      gap = between ? i : gap;
    }
    return out.append(list, start, list.length()).append('\n').toString();
  }

  private static StringBuilder indent(StringBuilder out, String lines) {
    int start = 0;
    while (start < lines.length()) {
      int end = lines.indexOf('\n', start);
      out.append(INDENT).append(lines, start, end + 1);
      start = end + 1;
    }
    return out;
  }
}
