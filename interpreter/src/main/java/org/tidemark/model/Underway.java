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

  DeepStack stack = new DeepStack();
  Deque<Cell> open = new ArrayDeque<>();
  Cell reader;
  Peek peeking;
  int calls;
  Moment moment;
  Set<RunningValue> running;

  Underway() {
    this(new ConcurrentHashMap<>());
  }

  private Underway(Map<List<String>, String> files) {
    this.files = files;
  }

  /** For a variation of what is being worked out: what it reads, this one rests on. */
  Underway variation() {
    return new Underway(files);
  }

  /** Nothing is being worked out any more, also where that ended in a way that left traces. */
  void rest() {
    stack = new DeepStack();
    open = new ArrayDeque<>();
    reader = null;
    peeking = null;
    calls = 0;
    moment = null;
    running = null;
  }
}
