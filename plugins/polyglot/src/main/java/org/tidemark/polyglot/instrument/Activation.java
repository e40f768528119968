package org.tidemark.polyglot.instrument;

import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.tidemark.model.Sight;
import org.tidemark.spi.value.Value;

/** Something that is being worked out: which of its steps are open. Belongs to one thread. */
final class Activation {
  final Parts parts;
  MaterializedFrame frame;
  private final Deque<Open> open = new ArrayDeque<>();
  private Taken next;
  private Open last;

  /** A node that has steps of its own. */
  interface Parts {
    /** Takes one of them, as it has been prepared. */
    Object part(int index, VirtualFrame frame);

    /** It as a node. */
    Node node();
  }

  /** A step that is being taken. */
  private record Open(Node node, Taken taken) {
    Sight sight() {
      return taken.sight;
    }
  }

  /** A step that is to be taken. */
  static final class Taken {
    final Sight sight;
    final Supplier<Value> work;
    Value value;

    Taken(Sight sight, Supplier<Value> work) {
      this.sight = sight;
      this.work = work;
    }
  }

  Activation(Parts parts) {
    this.parts = parts;
  }

  /** Says what the next node does that is executed. */
  void prepare(Taken taken) {
    next = taken;
  }

  /** What a node does that is executed now; what it did before, where a tool goes back to it. */
  Taken enter(Node node) {
    Taken taken = next == null ? last.taken() : next;
    next = null;
    open.push(new Open(node, taken));
    return taken;
  }

  void leave() {
    last = open.pop();
  }

  /** The innermost node under way, from which others are called. */
  Node node() {
    return open.isEmpty() ? parts.node() : open.peek().node();
  }

  /** What can be seen from a node; null where nothing can. */
  Sight sight(Node node) {
    for (Open each : open) {
      if (each.node() == node) {
        return each.sight();
      }
    }
    if (next != null) {
      // it is about to be entered
      return next.sight;
    }
    if (!open.isEmpty()) {
      return open.peek().sight();
    }
    return last == null ? null : last.sight();
  }
}
