package org.tidemark.model;

import java.util.Set;
import org.tidemark.spi.type.Type;

/**
 * Something that has been worked out, with what it rests on; a later run of the same conversation
 * may take it as the value of a definition.
 */
public final class Result {
  private final Shown shown;
  private final Cell cell;
  private final Type type;
  private final Set<Evaluation> owners;

  Result(Shown shown, Cell cell, Type type, Set<Evaluation> owners) {
    this.shown = shown;
    this.cell = cell;
    this.type = type;
    this.owners = Set.copyOf(owners);
  }

  /** The value and its evidence, under the name that it was asked by. */
  public Shown shown() {
    return shown;
  }

  /** Its type. */
  public Type type() {
    return type;
  }

  /** The evaluations in which it may have work left to do. */
  Set<Evaluation> owners() {
    return owners;
  }

  Cell cell() {
    return cell;
  }
}
