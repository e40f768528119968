package org.tidemark.render;

import java.util.ArrayList;
import java.util.List;
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
   * The unit of the first quantity; null where there is none, or they measure different things. A
   * bare 0 goes with anything.
   */
  static UnitExpression of(List<Value> values) {
    UnitExpression unit = null;
    for (Value value : values) {
      UnitExpression next = unit(value);
      if (next == null) {
        continue;
      }
      if (unit == null || isBareZero(value) || unit.dimension().equals(next.dimension())) {
        unit = unit == null ? next : unit;
      } else if (unit.isNone() && allBareZeros(values, value)) {
        unit = next;
      } else {
        return null;
      }
    }
    return unit;
  }

  /** Whether all quantities before one are a bare 0. */
  private static boolean allBareZeros(List<Value> values, Value end) {
    for (Value value : values) {
      if (value == end) {
        return true;
      }
      if (unit(value) != null && !isBareZero(value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBareZero(Value value) {
    return value instanceof QuantityValue quantity
        && quantity.quantity().magnitude() == 0
        && quantity.quantity().unit().isNone();
  }

  private static UnitExpression unit(Value value) {
    if (value instanceof QuantityValue quantity) {
      return quantity.quantity().unit();
    }
    if (value instanceof ObjectValue object && object.quantity().isPresent()) {
      return object.quantity().get().unit();
    }
    return null;
  }
}
