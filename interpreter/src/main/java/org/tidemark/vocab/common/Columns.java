package org.tidemark.vocab.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tidemark.quantity.Spelling;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;

/** Columns that are named in calls. */
public final class Columns {
  private Columns() {}

  /** The type of the cells of a column; unknown, and reported, where there is none. */
  public static Type type(CallCheck call, String parameter, Map<String, Type> columns) {
    String column = call.column(parameter);
    Type type = columns.get(column);
    if (type != null) {
      return type;
    }
    call.problem(parameter, "E0408", "there is no column called " + column, help(column, columns));
    return BasicType.UNKNOWN;
  }

  /** What is said where a name is no column's. */
  public static String help(String column, Map<String, Type> columns) {
    List<String> near = Spelling.closest(column, columns.keySet(), 1);
    if (!near.isEmpty()) {
      return "did you mean " + near.get(0) + "?";
    }
    return columns.isEmpty()
        ? "the table has no columns"
        : "its columns are " + String.join(", ", new ArrayList<>(columns.keySet()));
  }

  /** The columns of a table; none where the type is no table's. */
  public static Map<String, Type> of(Type type) {
    return type instanceof TableType table ? table.columns() : Map.of();
  }
}
