package org.tidemark.vocab.tables;

import java.util.Map;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;

/** The columns that a script declares for a file. */
final class Columns {
  /** The parameter that names them. */
  static final String COLUMNS = "columns";

  private Columns() {}

  /** The type of the table; what no cell can be is reported. */
  static Type check(CallCheck call, String function) {
    Map<String, Type> columns = call.schema(COLUMNS);
    if (columns.isEmpty()) {
      call.problem(
          COLUMNS,
          "E0409",
          function + " needs at least one column",
          "for example { year: date, price: USD/GB }");
    }
    for (Map.Entry<String, Type> column : columns.entrySet()) {
      Type type = column.getValue();
      boolean cell =
          type instanceof QuantityType
              || type == BasicType.DATE
              || type == BasicType.TEXT
              || type == BasicType.BOOL
              || type == BasicType.UNKNOWN;
      if (!cell) {
        call.problem(
            COLUMNS,
            "E0409",
            "a cell of the column " + column.getKey() + " cannot be " + type.describe(),
            "columns hold quantities, dates, texts or truth values");
      }
    }
    return new TableType(columns);
  }
}
