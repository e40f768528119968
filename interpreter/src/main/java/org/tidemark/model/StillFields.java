package org.tidemark.model;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Fields of a script's declarations that rest on nothing that is set anew in a {@link Replay}: they
 * keep their values, also where the declaration around them is made again.
 */
final class StillFields {
  private final Instance main;
  private final Set<String> moving;
  private final Map<LoweredDeclaration.Field, Boolean> still = new IdentityHashMap<>();
  private final Map<LoweredDeclaration.Field, Cell> cells = new IdentityHashMap<>();

  /**
   * None are known.
   *
   * @param main in whose declarations fields are kept
   * @param moving the names that may have other values the next time
   */
  StillFields(Instance main, Set<String> moving) {
    this.main = main;
    this.moving = moving;
  }

  /** The cell that was kept for a field; null where there is none. */
  Cell cell(LoweredDeclaration.Field field, Instance around) {
    return around == main ? cells.get(field) : null;
  }

  /** Keeps the cell of a field where it may be kept. */
  void keep(LoweredDeclaration.Field field, Instance around, Cell cell) {
    if (around == main && still.computeIfAbsent(field, this::isStill)) {
      cells.put(field, cell);
    }
  }

  private boolean isStill(LoweredDeclaration.Field field) {
    for (String word : Footprints.words(field.location().source().text(field.location().span()))) {
      if (word.equals(Footprints.THIS) || moving.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
