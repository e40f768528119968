package org.tidemark.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.Value;

/** Writes down from which definitions a value comes, as a tree of what has read what. */
final class Origins {
  /** Definitions below each other; more than anybody reads. */
  private static final int DEEPEST = 40;

  /** Parts of one value that are listed. */
  private static final int WIDEST = 60;

  /** Definitions in all. */
  private static final int MOST = 2_000;

  private final WrittenTexts texts = new WrittenTexts();
  private final Set<Cell> told = Collections.newSetFromMap(new IdentityHashMap<>());
  private int count;

  private Origins() {}

  static Origin of(Cell cell) {
    return new Origins().origin(cell, 0);
  }

  private Origin origin(Cell cell, int depth) {
    count++;
    List<Cell> below = new ArrayList<>();
    Set<Cell> passed = Collections.newSetFromMap(new IdentityHashMap<>());
    passed.add(cell);
    boolean again = !told.add(cell);
    if (!cell.isLiteral()) {
      parts(cell, cell, below, passed);
    }
    Value value = cell.value();
    boolean seen = again && !below.isEmpty();
    List<Origin> parts = new ArrayList<>();
    int listed = 0;
    if (!seen && depth < DEEPEST) {
      for (Cell part : below) {
        if (listed >= WIDEST || count >= MOST) {
          break;
        }
        listed++;
        parts.add(origin(part, depth + 1));
      }
    }
    if (depth > 0
        && parts.size() == 1
        && below.size() == 1
        && parts.get(0).name().equals(cell.path())) {
      // an input within bounds reads what it is set to under its own name, which says it all; what
      // is asked at the top stays above what it is asked of, whatever its name
      return parts.get(0);
    }
    return new Origin(
        cell.path(),
        texts.at(cell.location()),
        value instanceof ObjectValue object ? object.shown() : value,
        EvidenceTrail.grade(cell),
        EvidenceTrail.source(cell),
        parts,
        seen ? 0 : below.size() - listed,
        seen);
  }

  /** The definitions that a cell has read, those through models and functions included. */
  private static void parts(Cell top, Cell cell, List<Cell> parts, Set<Cell> passed) {
    for (Cell next : cell.dependencies()) {
      if (next.value() == null || !passed.add(next)) {
        continue;
      }
      boolean between =
          next.value() instanceof Instance
              || next.value() instanceof Closure
              || next.value() == BoolValue.TRUE && next.isPassing()
              || next.isPassing() && next.path().equals(top.path());
      if (between) {
        parts(top, next, parts, passed);
      } else {
        parts.add(next);
      }
    }
  }
}
