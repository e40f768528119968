package org.tidemark.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.grammar.tree.DocComment;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.SpecialValue;

/** Finds where on the trail of a value something is missing. */
final class MissingInputs {
  private MissingInputs() {}

  /**
   * The definitions on the trail that are missing and rest on none that is: where the lack begins.
   */
  static List<Evidence.Missing> of(Cell cell) {
    Map<String, Evidence.Missing> found = new LinkedHashMap<>();
    for (Cell at : reachable(cell)) {
      if (at.value() == SpecialValue.MISSING && isOrigin(at)) {
        found.putIfAbsent(
            at.path(), new Evidence.Missing(at.path(), words(at), EvidenceTrail.source(at)));
      }
    }
    return new ArrayList<>(found.values());
  }

  private static boolean isOrigin(Cell cell) {
    return reachable(cell).stream()
        .noneMatch(below -> below != cell && below.value() == SpecialValue.MISSING);
  }

  /** The cell and all that it rests on, each once, depth first. */
  private static Set<Cell> reachable(Cell cell) {
    Set<Cell> seen = new LinkedHashSet<>();
    Deque<Cell> open = new ArrayDeque<>(List.of(cell));
    while (!open.isEmpty()) {
      Cell at = open.pop();
      if (seen.add(at)) {
        List<Cell> next = new ArrayList<>(at.dependencies());
        for (int i = next.size() - 1; i >= 0; i--) {
          open.push(next.get(i));
        }
      }
    }
    return seen;
  }

  /** What its documentation says; else, for what is no input itself, how it is written. */
  private static String words(Cell cell) {
    String documented = cell.doc().map(DocComment::headline).orElse("");
    if (!documented.isEmpty() || cell.isLiteral() || cell.location() == null) {
      return documented;
    }
    String written = cell.location().source().text(cell.location().span()).replaceAll("\\s+", " ");
    boolean isName = cell.path().equals(written) || cell.path().endsWith("." + written);
    return isName ? "" : written;
  }
}
