package org.tidemark.render;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;

/** The unit that several values have in common. */
public final class TableUnits {
  private TableUnits() {}

  /** The unit of a column; null where it has none. */
  public static UnitExpression of(TableValue table, int column) {
    List<Value> cells = new ArrayList<>(table.rows().size());
    for (List<Value> row : table.rows()) {
      cells.add(row.get(column));
    }
    return of(cells);
  }

  /**
   * The unit of the first quantity; null where there is none, or they measure different things. A 0
   * that fits anything goes with any of them.
   */
  static UnitExpression of(List<Value> values) {
    UnitExpression unit = null;
    boolean free = true;
    for (Value value : values) {
      Quantity next = quantity(value);
      if (next == null) {
        continue;
      }
      if (unit == null || free && !next.fitsAnything()) {
        unit = next.unit();
        free = next.fitsAnything();
      } else if (!next.fitsAnything() && !unit.dimension().equals(next.dimension())) {
        return null;
      }
    }
    return unit;
  }

  private static Quantity quantity(Value value) {
    if (value instanceof QuantityValue quantity) {
      return quantity.quantity();
    }
    return value instanceof ObjectValue object ? object.quantity().orElse(null) : null;
  }
}
