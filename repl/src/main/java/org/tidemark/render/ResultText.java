package org.tidemark.render;

import java.util.Map;
import org.tidemark.model.Shown;
import org.tidemark.quantity.Quantity;
import org.tidemark.render.chart.Colours;
import org.tidemark.render.chart.TerminalChart;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.value.Distribution;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.OneLine;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.Spread;
import org.tidemark.spi.value.SpreadText;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** Shown results as text: {@code name = value}, and what takes several lines under its name. */
public final class ResultText {
  private static final int WIDTH = 100;
  private static final String INDENT = "  ";

  private static final String GAP = "  ";
  private static final String IS = " = ";
  private static final int CHART_COLUMNS = 80;
  private static final int CHART_ROWS = 22;

  private final int width;

  private ResultText(int width) {
    this.width = width;
  }

  /** The result, each of its lines ended by a newline, for pages and pipes. */
  public static String of(Shown shown) {
    return of(shown, WIDTH);
  }

  /**
   * The result, each of its lines ended by a newline.
   *
   * @param width so many columns at most where what is shown can be broken; charts take 80
   */
  public static String of(Shown shown, int width) {
    return new ResultText(width).result(shown);
  }

  private String result(Shown shown) {
    String name = OneLine.of(shown.name()).strip();
    Value value = shown.value();
    String note = note(shown);
    if (value instanceof TextValue text && name.startsWith("\"")) {
      return PlainText.lines(text.text()).concat("\n");
    }
    StringBuilder out = new StringBuilder(name);
    if (value instanceof TableValue table) {
      out.append(note).append(" =\n");
      return indent(out, TableText.of(table, room())).toString();
    }
    if (value instanceof Chart chart) {
      return chart(chart);
    }
    String line = line(value, width - PlainText.width(name) - IS.length());
    boolean fits = PlainText.width(name) + PlainText.width(line) + IS.length() <= width;
    if (value instanceof RecordValue fields && (!fits || holdsMore(fields))) {
      out.append(note).append(" =\n");
      return indent(out, fields(fields)).toString();
    }
    if (value instanceof ListValue && !fits) {
      out.append(note).append(" =\n");
      return indent(out, wrapped(line)).toString();
    }
    return out.append(IS).append(line).append(note).append('\n').toString();
  }

  private int room() {
    return width - INDENT.length();
  }

  /** A chart is as large wherever it goes, so that it can be compared. */
  private static String chart(Chart chart) {
    StringBuilder out = new StringBuilder();
    for (String line : TerminalChart.of(chart, CHART_COLUMNS, CHART_ROWS, Colours.NONE)) {
      out.append(line.stripTrailing()).append('\n');
    }
    return out.toString();
  }

  /** A value on one line; what is uncertain with its interval and, where it fits, a histogram. */
  private static String line(Value value, int room) {
    String text = ValueText.of(value);
    String bars = "";
    if (value instanceof QuantityValue quantity && quantity.distribution().isPresent()) {
      Distribution distribution = quantity.distribution().get();
      text = withInterval(text, quantity.quantity(), distribution);
      bars = Sparks.of(distribution);
    } else if (value instanceof Spread spread) {
      bars = Sparks.of(spread);
    }
    boolean fits = !bars.isEmpty() && PlainText.width(text) + GAP.length() + bars.length() <= room;
    return fits ? text.concat(GAP).concat(bars) : text;
  }

  /** Adds the interval behind the median, unless the distribution was declared by it. */
  private static String withInterval(String text, Quantity shown, Distribution distribution) {
    String declared = SpreadText.interval(shown, distribution, " to ");
    boolean hasInterval = text.startsWith(declared.concat(" (")) || text.contains(" % in ");
    if (hasInterval || !text.endsWith(")")) {
      return text;
    }
    String interval = SpreadText.interval(shown, distribution, " … ");
    return text.substring(0, text.length() - 1).concat(", 90 %: ").concat(interval).concat(")");
  }

  /** Says that the result rests on medians, unless it shows the distribution itself. */
  private static String note(Shown shown) {
    boolean isInput =
        shown.value() instanceof QuantityValue quantity && quantity.distribution().isPresent();
    return shown.evidence().atMedians() && !isInput ? " (at median inputs)" : "";
  }

  /** Whether some field takes lines of its own, or all the room of one. */
  private static boolean holdsMore(RecordValue fields) {
    for (Value field : fields.fields().values()) {
      if (field instanceof TableValue || field instanceof Spread) {
        return true;
      }
    }
    return false;
  }

  private String fields(RecordValue fields) {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, Value> field : fields.fields().entrySet()) {
      out.append(field.getKey());
      if (field.getValue() instanceof TableValue table) {
        indent(out.append(" =\n"), TableText.of(table, room() - INDENT.length()));
      } else {
        int left = room() - PlainText.width(field.getKey()) - IS.length();
        out.append(IS).append(line(field.getValue(), left)).append('\n');
      }
    }
    return out.toString();
  }

  /** Breaks a list's text between its elements, not inside of them. */
  private String wrapped(String list) {
    StringBuilder out = new StringBuilder();
    int room = room();
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
        room = room() - 1;
      }
      gap = between ? i : gap;
    }
    return out.append(list, start, list.length()).append('\n').toString();
  }

  private static StringBuilder indent(StringBuilder out, String lines) {
    int start = 0;
    while (start < lines.length()) {
      int end = lines.indexOf('\n', start);
      out.append(end > start ? INDENT : "").append(lines, start, end + 1);
      start = end + 1;
    }
    return out;
  }
}
