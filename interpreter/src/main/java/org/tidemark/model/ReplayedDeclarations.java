package org.tidemark.model;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.tidemark.check.Member;
import org.tidemark.spi.value.Value;

/**
 * The declarations of a script that is asked again and again in a {@link Replay}. Their fields that
 * rest on nothing that is set anew keep their values, also where the declaration around them is
 * made again; and those that are made again are forgotten with the values that rest on them.
 */
final class ReplayedDeclarations {
  private final Instance main;
  private final Set<String> moving;
  private final Map<LoweredDeclaration.Field, Boolean> still = new IdentityHashMap<>();
  private final Map<LoweredDeclaration.Field, Cell> cells = new IdentityHashMap<>();
  private final Map<Value, DeclaredObject> made = new IdentityHashMap<>();

  /**
   * None are known.
   *
   * @param main whose declarations they are
   * @param moving the names that may have other values the next time
   */
  ReplayedDeclarations(Instance main, Set<String> moving) {
    this.main = main;
    this.moving = moving;
  }

  /** The cell that was kept for a field; null where there is none. */
  Cell cell(LoweredDeclaration.Field field, Instance around) {
    return around == main ? cells.get(field) : null;
  }

  /** Keeps the cell of a field where it may be kept. */
  void keep(LoweredDeclaration.Field field, Instance around, Cell cell) {
    if (around == main && isStill(field)) {
      cells.put(field, cell);
    }
  }

  private boolean isStill(LoweredDeclaration.Field field) {
    Boolean known = still.get(field);
    if (known == null) {
      known = restsOnNothingMoving(field);
      still.put(field, known);
    }
    return known;
  }

  private boolean restsOnNothingMoving(LoweredDeclaration.Field field) {
    for (String word : Footprints.words(field.location().source().text(field.location().span()))) {
      if (word.equals(Footprints.THIS) || moving.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Notes what a value was made by, until the next question.
   *
   * @return whether it is made anew then; else it is to be known as long as the evaluation
   */
  boolean declare(Value value, DeclaredObject object, Member member, Instance around) {
    if (around != main || !moving.contains(member.name())) {
      return false;
    }
    made.put(value, object);
    return true;
  }

  /** What a value was made by since the last question; null where that is not known. */
  DeclaredObject declaration(Value value) {
    return made.get(value);
  }

  /** Begins another question. */
  void forgetMade() {
    made.clear();
  }
}
