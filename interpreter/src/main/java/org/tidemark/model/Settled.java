package org.tidemark.model;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/**
 * The cells that come out the same in every variation: those that rest neither on what is set nor
 * on an uncertain input, through plain values all the way down. An object or a function on the way
 * may read more than it has read so far, so nothing above one is taken to be settled.
 */
final class Settled {
  /** Nothing is. */
  static final Settled NOTHING = new Settled(Set.of());

  private final Set<Cell> cells;

  private Settled(Set<Cell> cells) {
    this.cells = cells;
  }

  boolean holds(Cell cell) {
    return cells.contains(cell);
  }

  /**
   * The settled cells among those that a cell rests on.
   *
   * @param varying the cells that variations replace
   */
  static Settled below(Cell top, Collection<Cell> varying) {
    Map<Cell, Boolean> known = new IdentityHashMap<>();
    varying.forEach(cell -> known.put(cell, false));
    Deque<Cell> open = new ArrayDeque<>();
    open.push(top);
    while (!open.isEmpty()) {
      Cell cell = open.peek();
      if (known.containsKey(cell)) {
        open.pop();
        continue;
      }
      boolean settled =
          cell.value() != null
              && (isPlain(cell.value()) || isTransparent(cell.value()))
              && !cell.hasSpreads();
      boolean waits = false;
      for (Cell part : cell.dependencies()) {
        Boolean there = known.get(part);
        if (there == null) {
          open.push(part);
          waits = true;
        } else {
          settled &= there;
        }
      }
      if (!waits) {
        known.put(cell, settled);
        open.pop();
      }
    }
    Set<Cell> cells = Collections.newSetFromMap(new IdentityHashMap<>());
    known.forEach(
        (cell, settled) -> {
          if (settled && isPlain(cell.value())) {
            cells.add(cell);
          }
        });
    return new Settled(cells);
  }

  /** Models and functions of the script: what is read through them is noted by the reader. */
  private static boolean isTransparent(Value value) {
    return value instanceof Instance
        || value instanceof Closure
        || value instanceof ForeignCallable;
  }

  /** Whether a value is all there, with nothing that could still be worked out. */
  static boolean isPlain(Value value) {
    if (value instanceof QuantityValue quantity) {
      return quantity.distribution().isEmpty();
    }
    if (value instanceof ListValue list) {
      return list.elements().stream().allMatch(Settled::isPlain);
    }
    if (value instanceof RecordValue record) {
      return record.fields().values().stream().allMatch(Settled::isPlain);
    }
    if (value instanceof IntervalValue interval) {
      return isPlain(interval.from()) && isPlain(interval.to());
    }
    return value instanceof DateValue
        || value instanceof TextValue
        || value instanceof BoolValue
        || value instanceof SpecialValue
        || value instanceof TableValue;
  }
}
