package org.tidemark.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tidemark.check.DeepStack;
import org.tidemark.spi.Moment;
import org.tidemark.spi.value.RunningValue;
import org.tidemark.spi.value.Value;

/**
 * What is being worked out at present. Evaluations that go on from one another share it: a value
 * that was kept may have work left to do in the evaluation that it comes from, and whoever asks for
 * it then has read what that work reads.
 */
final class Underway {
  final Map<Value, DeclaredObject> declared = new IdentityHashMap<>();

  /**
   * Files that were read, by whose text and by what name, and what they were before that.
   * Variations on several threads share it.
   */
  final Map<List<String>, String> files;

  private final Tracer tracer;

  DeepStack stack;
  Deque<Cell> open = new ArrayDeque<>();
  Cell reader;
  Peek peeking;
  int calls;
  Moment moment;
  Set<RunningValue> running;

  /** Nothing yet. */
  Underway(Tracer tracer) {
    this(new ConcurrentHashMap<>(), tracer);
  }

  private Underway(Map<List<String>, String> files, Tracer tracer) {
    this.files = files;
    this.tracer = tracer;
    this.stack = newStack();
  }

  private DeepStack newStack() {
    return tracer == null ? new DeepStack() : new DeepStack(tracer::deeper);
  }

  /** For a variation of what is being worked out: what it reads, this one rests on. */
  Underway variation() {
    return new Underway(files, tracer);
  }

  /** Nothing is being worked out any more, also where that ended in a way that left traces. */
  void rest() {
    stack = newStack();
    open = new ArrayDeque<>();
    reader = null;
    peeking = null;
    calls = 0;
    moment = null;
    running = null;
  }
}
