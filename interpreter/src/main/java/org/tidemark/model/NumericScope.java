package org.tidemark.model;

import org.tidemark.check.Resolution;
import org.tidemark.check.Scope;

/**
 * The local names of a function that is being compiled: what is known of each, beside a frame that
 * holds those whose values are known.
 */
final class NumericScope {
  private final Scope scope;
  private final Frame frame;
  private final NumericScope outer;
  private final Symbolic[] slots;

  /**
   * A frame.
   *
   * @param scope the names
   * @param frame with room for the known ones
   * @param outer null where the frame around has all its values
   */
  NumericScope(Scope scope, Frame frame, NumericScope outer) {
    this.scope = scope;
    this.frame = frame;
    this.outer = outer;
    this.slots = new Symbolic[frame.slots.length];
  }

  Scope scope() {
    return scope;
  }

  Frame frame() {
    return frame;
  }

  /** A scope inside this one, whose names are still to be defined. */
  NumericScope inner(int size) {
    return new NumericScope(scope.local(), frame.local(size), this);
  }

  void set(int index, Symbolic value) {
    slots[index] = value;
    if (value instanceof Symbolic.Known known) {
      frame.slots[index] = known.value();
    }
  }

  /** What is known of a local name; null where its value is in a frame. */
  Symbolic get(Resolution.Local local) {
    NumericScope at = local.structures() > 0 ? null : this;
    for (int i = 0; at != null && i < local.frames(); i++) {
      at = at.outer;
    }
    Symbolic found = at == null ? null : at.slots[local.index()];
    return found instanceof Symbolic.Known ? null : found;
  }
}
