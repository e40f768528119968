package org.tidemark.render;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.OneLine;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** Tables as aligned columns, units in the header, numbers in line with their decimal points. */
public final class TableText {
  private static final String GAP = "  ";
  private static final String MISSING = "–";

  /** Of the rows of a long table that are shown, so many are its last. */
  private static final int LAST_ROWS = 5;

  /** Columns that would need more groups below each other are only named. */
  private static final int MOST_GROUPS = 5;

  private TableText() {}

  /** The table, however wide, each line ended by a newline; a long one leaves out rows. */
  public static String of(TableValue table) {
    return of(table, Integer.MAX_VALUE);
  }

  /**
   * The table, each line ended by a newline. A long one has its first and its last rows and says
   * between them how many it leaves out; a wide one has its units below their names, and where that
   * is not enough some columns under others, each time beside the first; columns for which there is
   * no room at all are named.
   *
   * @param width of the lines at most; only a column that is wider by itself goes beyond it
   */
  public static String of(TableValue table, int width) {
    int[] rows = shownRows(table.rows().size());
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      columns.add(column(table, i, rows));
    }
    if (width(columns) > width) {
      columns.replaceAll(Column::tall);
    }
    int omitted = table.rows().size() - rows.length;
    StringBuilder out = new StringBuilder();
    List<List<Column>> groups = groups(columns, width);
    int shown = Math.min(MOST_GROUPS, groups.size());
    for (List<Column> group : groups.subList(0, shown)) {
      out.append(out.length() == 0 ? "" : "\n");
      write(out, group, rows.length, omitted);
    }
    if (shown < groups.size()) {
      List<String> names = new ArrayList<>();
      for (List<Column> group : groups.subList(shown, groups.size())) {
        group.subList(hasKey(columns, width) ? 1 : 0, group.size()).forEach(c -> names.add(c.name));
      }
      String left = "… and " + ValueText.count(names.size(), "more column") + ": ";
      out.append(PlainText.elided(left + String.join(", ", names), width)).append('\n');
    }
    if (table.rows().isEmpty()) {
      out.append("(no rows)\n");
    }
    return out.toString();
  }

  /** The first and the last; all where leaving some out would save next to nothing. */
  private static int[] shownRows(int size) {
    int shown = ValueText.shown(size);
    int[] rows = new int[shown];
    for (int i = 0; i < shown; i++) {
      rows[i] = shown == size || i < shown - LAST_ROWS ? i : size - shown + i;
    }
    return rows;
  }

  private static void write(StringBuilder out, List<Column> columns, int rows, int omitted) {
    boolean tall = columns.get(0).tall;
    boolean hasUnits = columns.stream().anyMatch(column -> !column.unit.isEmpty());
    for (int line = tall ? Column.NAME : Column.UNIT; line < rows; line++) {
      if (tall && line == Column.UNIT && !hasUnits) {
        continue;
      }
      if (omitted > 0 && line == rows - LAST_ROWS) {
        out.append("… ").append(ValueText.count(omitted, "row")).append(" left out …\n");
      }
      StringBuilder text = new StringBuilder();
      for (Column column : columns) {
        text.append(text.length() == 0 ? "" : GAP).append(column.line(line));
      }
      out.append(text.toString().stripTrailing()).append('\n');
    }
  }

  private static long width(List<Column> columns) {
    long width = -GAP.length();
    for (Column column : columns) {
      width += GAP.length() + column.width;
    }
    return width;
  }

  /** Whether the first column is narrow enough to be told again beside others. */
  private static boolean hasKey(List<Column> columns, int width) {
    return columns.size() > 2 && columns.get(0).width <= width / 3;
  }

  /** Whether a last column of words is too wide even beside the first alone. */
  private static boolean overflows(List<Column> columns, Column column, int width) {
    long key = hasKey(columns, width) ? columns.get(0).width + GAP.length() : 0;
    boolean isLast = column == columns.get(columns.size() - 1);
    return isLast && column.words && key + column.width > width;
  }

  /** What fits beside each other; all columns in one group where all do. */
  private static List<List<Column>> groups(List<Column> columns, int width) {
    List<List<Column>> groups = new ArrayList<>();
    boolean hasKey = hasKey(columns, width);
    List<Column> group = new ArrayList<>();
    long taken = 0;
    for (Column column : columns) {
      boolean helps = group.size() > (hasKey ? 1 : 0) && !overflows(columns, column, width);
      if (helps && taken + GAP.length() + column.width > width) {
        groups.add(group);
        group = new ArrayList<>(hasKey ? columns.subList(0, 1) : List.of());
        taken = hasKey ? columns.get(0).width : 0;
      }
      taken += (group.isEmpty() ? 0 : GAP.length()) + column.width;
      group.add(column);
    }
    groups.add(group);
    return groups;
  }

  /** Aligned columns of text under their headers. */
  static String ofText(List<String> headers, List<List<String>> rows, List<Boolean> toTheRight) {
    StringBuilder out = new StringBuilder();
    int[] widths = new int[headers.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = PlainText.width(headers.get(i));
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], PlainText.width(row.get(i)));
      }
    }
    List<List<String>> all = new ArrayList<>();
    all.add(headers);
    all.addAll(rows);
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(i == 0 ? "" : GAP)
            .append(
                toTheRight.get(i)
                    ? PlainText.padLeft(row.get(i), widths[i])
                    : PlainText.padRight(row.get(i), widths[i]));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  private static Column column(TableValue table, int index, int[] rows) {
    UnitExpression unit = TableUnits.of(table, index);
    String name = OneLine.of(table.columns().get(index));
    String in = "";
    if (unit != null && !unit.isNone()) {
      in = "(".concat(unit.text()).concat(")");
    }
    List<String> cells = new ArrayList<>();
    boolean words = false;
    for (int row : rows) {
      Value cell = table.rows().get(row).get(index);
      words |= cell instanceof TextValue;
      cells.add(cell(cell, unit));
    }
    return new Column(name, in, cells, words, false);
  }

  /**
   * The text of a cell.
   *
   * @param unit of the column, which its header names; null where it has none
   */
  public static String cell(Value value, UnitExpression unit) {
    if (value == SpecialValue.MISSING) {
      return MISSING;
    }
    if (unit != null
        && plain(value) instanceof QuantityValue quantity
        && quantity.distribution().isEmpty()
        && Double.isFinite(quantity.quantity().magnitude())) {
      boolean fits = quantity.quantity().dimension().equals(unit.dimension());
      return NumberText.sensible(
          fits ? quantity.quantity().in(unit) : quantity.quantity().magnitude());
    }
    return ValueText.of(value);
  }

  /** The quantity that a value stands for, a profile for instance. */
  private static Value plain(Value value) {
    return value instanceof ObjectValue object
        ? object.quantity().<Value>map(QuantityValue::new).orElse(value)
        : value;
  }

  /** A column laid out: words to the left, everything else in line with its decimal points. */
  private static final class Column {
    private static final int NAME = -2;
    private static final int UNIT = -1;

    private final String name;
    private final String unit;
    private final List<String> cells;
    private final boolean words;
    private final boolean tall;
    private final int behindPoint;
    private final int width;

    /**
     * A column.
     *
     * @param unit in parentheses; empty where there is none
     * @param tall whether the unit stands on a line below the name
     */
    Column(String name, String unit, List<String> cells, boolean words, boolean tall) {
      this.name = name;
      this.unit = unit;
      this.cells = cells;
      this.words = words;
      this.tall = tall;
      int before = 0;
      int behind = 0;
      for (String cell : cells) {
        int tail = words ? 0 : tail(cell);
        before = Math.max(before, PlainText.width(cell) - tail);
        behind = Math.max(behind, tail);
      }
      this.behindPoint = behind;
      int header = Math.max(PlainText.width(header(NAME)), PlainText.width(header(UNIT)));
      this.width = Math.max(header, before + behind);
    }

    /** The same with its unit below its name. */
    Column tall() {
      return new Column(name, unit, cells, words, true);
    }

    private String header(int row) {
      if (tall) {
        return row == NAME ? name : unit;
      }
      return row == NAME ? "" : unit.isEmpty() ? name : name.concat(" ").concat(unit);
    }

    /** The cell of a row, the header for the two rows before row 0. */
    String line(int row) {
      String text = row < 0 ? header(row) : cells.get(row);
      if (words) {
        return PlainText.padRight(text, width);
      }
      String aligned =
          row < 0 ? text : text.concat(" ".repeat(Math.max(0, behindPoint - tail(text))));
      return PlainText.padLeft(aligned, width);
    }

    /** The number of characters from the decimal point on. */
    private static int tail(String cell) {
      boolean number = !cell.isEmpty() && (cell.charAt(0) == '-' || isDigit(cell.charAt(0)));
      if (!number) {
        return 0;
      }
      for (int i = 1; i < cell.length(); i++) {
        char c = cell.charAt(i);
        if (c == '.') {
          return cell.length() - i;
        }
        if (!isDigit(c)) {
          return c == 'e' ? cell.length() - i : 0;
        }
      }
      return 0;
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }
  }
}
