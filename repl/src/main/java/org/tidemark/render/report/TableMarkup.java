package org.tidemark.render.report;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.render.TableText;
import org.tidemark.render.TableUnits;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/**
 * Tables, each in a region of its own that scrolls where it is too wide or too long. Numbers stand
 * in line with their decimal points: what lacks of decimals is filled up in the style sheet.
 */
final class TableMarkup {
  /** More rows than these nobody reads, and no browser lays out quickly. */
  static final int MOST_ROWS = 20_000;

  /** A region is as high as a screen only where there are more rows than these. */
  private static final int SHORT = 24;

  private static final int LONGEST_TAIL = 9;

  private final Html html;
  private int regions;

  TableMarkup(Html html) {
    this.html = html;
  }

  /** Writes a table of values under its name. */
  void write(String name, TableValue table) {
    int rows = Math.min(table.rows().size(), MOST_ROWS);
    List<Column> columns = new ArrayList<>();
    List<String> headers = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      UnitExpression unit = TableUnits.of(table, i);
      columns.add(Column.of(table, i, unit, rows));
      boolean bare = unit == null || unit.isNone();
      headers.add(table.columns().get(i) + (bare ? "" : " (" + unit.text() + ")"));
    }
    begin(name, headers, columns.stream().map(Column::words).toList(), rows);
    for (int row = 0; row < rows; row++) {
      html.raw("<tr>");
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).cell(html, table.rows().get(row).get(i));
        endCell(rows);
      }
      endRow(rows);
    }
    end();
    if (table.rows().isEmpty()) {
      html.element("p", "The table has no rows.", "class", "note");
    } else if (rows < table.rows().size()) {
      html.element(
          "p",
          "The first " + rows + " of " + table.rows().size() + " rows; --json gives all of them.",
          "class",
          "note");
    }
  }

  /**
   * Opens a table in its region, down to its body.
   *
   * @param words for each column whether it holds words, which stand to the left
   * @param rows how many there will be
   */
  void begin(String name, List<String> headers, List<Boolean> words, int rows) {
    begin(name, headers, wordsIn(words), rows);
  }

  /** The same for rows that stand below one another, each as a card, where a screen is narrow. */
  void beginCards(String name, List<String> headers, List<Boolean> words) {
    begin(name, headers, "cards " + wordsIn(words), 0);
  }

  /** Writes an interval so that a line may end between its ends, and not within a date. */
  static void ends(Html html, String interval) {
    String between = " .. ";
    int at = interval.indexOf(between);
    if (at < 0) {
      html.text(interval);
      return;
    }
    html.element("span", interval.substring(0, at) + " ..", "class", "whole").text(" ");
    html.element("span", interval.substring(at + between.length()), "class", "whole");
  }

  private void begin(String name, List<String> headers, String classes, int rows) {
    String caption = "table-" + ++regions;
    html.open(
        "div",
        "class",
        rows > SHORT ? "region long" : "region",
        "role",
        "region",
        "tabindex",
        "0",
        "aria-labelledby",
        caption);
    html.open("table", "class", classes);
    html.element("caption", name, "id", caption).raw("<thead><tr>");
    for (String header : headers) {
      html.element("th", header, "scope", "col");
    }
    html.raw("</tr></thead>\n<tbody>\n");
  }

  /** The style sheet knows the columns of words by their places, which no cell need repeat. */
  private static String wordsIn(List<Boolean> words) {
    StringBuilder classes = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i)) {
        classes.append(classes.length() == 0 ? "" : " ").append("w").append(i + 1);
      }
    }
    return classes.toString();
  }

  /** Ends a cell. Of a long table a fourth would be ends that every browser knows of itself. */
  void endCell(int rows) {
    html.raw(rows > SHORT ? "" : "</td>");
  }

  /** Ends a row. */
  void endRow(int rows) {
    html.raw(rows > SHORT ? "\n" : "</tr>\n");
  }

  /** Closes the table and its region. */
  void end() {
    html.raw("</tbody></table></div>\n");
  }

  /** A column, measured before it is written. */
  private record Column(UnitExpression unit, boolean words, int tail) {
    static Column of(TableValue table, int index, UnitExpression unit, int rows) {
      boolean words = false;
      int tail = 0;
      for (int row = 0; row < rows; row++) {
        Value value = table.rows().get(row).get(index);
        words |=
            value instanceof TextValue
                || value instanceof BoolValue
                || value instanceof ObjectValue object && object.quantity().isEmpty();
        tail = Math.max(tail, tail(TableText.cell(value, unit)));
      }
      return new Column(unit, words, tail);
    }

    void cell(Html html, Value value) {
      String text = TableText.cell(value, unit);
      if (words) {
        html.raw("<td>").text(text);
        return;
      }
      int lacks = isNumber(text) ? tail - tail(text) : 0;
      if (lacks <= 0) {
        html.raw("<td>").text(text);
      } else {
        html.raw("<td data-f=\"").raw(fill(text, lacks)).raw("\">").text(text);
      }
    }

    /** What would fill a number up to the decimals of its column; it only takes room. */
    private static String fill(String text, int lacks) {
      return tail(text) > 0 ? "0".repeat(lacks) : ".".concat("0".repeat(lacks - 1));
    }

    private static boolean isNumber(String text) {
      return !text.isEmpty() && (text.charAt(0) == '-' || Character.isDigit(text.charAt(0)));
    }

    /** The number of characters from the decimal point on; 0 where that would fill too much. */
    private static int tail(String text) {
      int point = text.indexOf('.');
      int tail = point < 0 || !isNumber(text) ? 0 : text.length() - point;
      for (int i = text.length() - tail; tail > 0 && i < text.length(); i++) {
        boolean fits = text.charAt(i) == '.' || Character.isDigit(text.charAt(i));
        tail = fits ? tail : 0;
      }
      return tail > LONGEST_TAIL ? 0 : tail;
    }
  }
}
