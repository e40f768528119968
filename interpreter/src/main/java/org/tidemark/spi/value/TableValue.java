package org.tidemark.spi.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.spi.plot.Plottable;

/**
 * Rows of cells under named columns.
 *
 * @param columns the names, in order
 * @param rows each with one cell a column
 * @param picture what it looks like, where that is more than its columns tell: a tornado; taking it
 *     apart loses that
 */
public record TableValue(List<String> columns, List<List<Value>> rows, Optional<Plottable> picture)
    implements Value {
  /** A table that looks like any other. */
  public TableValue(List<String> columns, List<List<Value>> rows) {
    this(columns, rows, Optional.empty());
  }

  /** Copies its lists; refuses rows of another width. */
  public TableValue {
    columns = List.copyOf(columns);
    List<List<Value>> copy = new ArrayList<>(rows.size());
    for (List<Value> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row of " + row.size() + " cells under " + columns.size() + " columns");
      }
      copy.add(List.copyOf(row));
    }
    rows = List.copyOf(copy);
  }

  /** A row as a record. */
  public RecordValue row(int index) {
    Map<String, Value> fields = new LinkedHashMap<>();
    List<Value> cells = rows.get(index);
    for (int i = 0; i < cells.size(); i++) {
      fields.put(columns.get(i), cells.get(i));
    }
    return new RecordValue(fields);
  }

  /** All cells of a column. */
  public List<Value> column(String name) {
    int index = columns.indexOf(name);
    List<Value> cells = new ArrayList<>(rows.size());
    for (List<Value> row : rows) {
      cells.add(row.get(index));
    }
    return cells;
  }

  @Override
  public String describe() {
    return "a table";
  }
}
