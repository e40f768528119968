package org.tidemark.spi.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A table: columns of one type each.
 *
 * @param columns the type of a cell of each column, in order
 */
public record TableType(Map<String, Type> columns) implements Type {
  /** Copies its map, keeping the order. */
  public TableType {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** The type of one row. */
  public RecordType row() {
    return new RecordType(columns);
  }

  @Override
  public String describe() {
    return "a table of " + String.join(", ", columns.keySet());
  }
}
