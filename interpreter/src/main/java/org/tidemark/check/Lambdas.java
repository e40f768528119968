package org.tidemark.check;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.tidemark.grammar.tree.Lambda;
import org.tidemark.spi.type.FunctionType;

/**
 * The lambdas that have been come upon. What one gives is worked out where it is applied; one that
 * nothing applies is looked into all the same in the end, since a run may come upon it.
 */
final class Lambdas {
  /** One with its type where it was come upon first. */
  private record Met(Lambda lambda, FunctionType type) {}

  private final Deque<Met> waiting = new ArrayDeque<>();
  private final Set<Lambda> met = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Lambda> applied = Collections.newSetFromMap(new IdentityHashMap<>());

  void meet(Lambda lambda, FunctionType type) {
    if (met.add(lambda)) {
      waiting.add(new Met(lambda, type));
    }
  }

  void apply(Lambda lambda) {
    applied.add(lambda);
  }

  /** The next one that nothing has applied; null where there is none. It counts as applied then. */
  FunctionType nextUnapplied() {
    Met next = waiting.poll();
    while (next != null && applied.contains(next.lambda())) {
      next = waiting.poll();
    }
    return next == null ? null : next.type();
  }
}
