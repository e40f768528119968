package org.tidemark.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.tidemark.model.PreparedQuestion;
import org.tidemark.model.Question;
import org.tidemark.model.RunnableProgram;
import org.tidemark.model.SetNumber;
import org.tidemark.model.WrittenNumber;

/**
 * Which definitions of a program are set to numbers, and in which units, whatever the numbers are;
 * with the questions that were asked of it. What the first of them have brought about, the next
 * find. Safe for several threads.
 */
final class Shape {
  /** Shapes and questions together that a program remembers; others take the ordinary way. */
  private static final int MOST = 2000;

  private final RunnableProgram program;
  private final List<SetNumber> sets;
  private final AtomicInteger remembered;
  private final boolean prepares;
  private final ConcurrentMap<String, ConcurrentMap<String, Optional<Shape>>> more =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Entry> questions = new ConcurrentHashMap<>();

  /** A question, and how to answer it often. */
  static final class Entry {
    private final Question question;
    private volatile boolean askedBefore;
    private volatile Optional<PreparedQuestion> prepared;

    private Entry(Question question) {
      this.question = question;
    }

    Question question() {
      return question;
    }
  }

  private Shape(
      RunnableProgram program, List<SetNumber> sets, AtomicInteger remembered, boolean prepares) {
    this.program = program;
    this.sets = sets;
    this.remembered = remembered;
    this.prepares = prepares;
  }

  /**
   * Nothing is set.
   *
   * @param prepares whether anything is remembered; where work is limited each question pays for
   *     all of its own
   */
  static Shape of(RunnableProgram program, boolean prepares) {
    return new Shape(program, List.of(), new AtomicInteger(), prepares);
  }

  /** Another program, with which the same is done. */
  Shape of(RunnableProgram other) {
    return of(other, prepares);
  }

  /** The program in which nothing is set. */
  RunnableProgram program() {
    return program;
  }

  /** The program with certain numbers set, as if they were given as texts. */
  RunnableProgram withOverrides(double[] numbers) {
    RunnableProgram amended = program;
    for (int i = 0; i < numbers.length; i++) {
      SetNumber set = sets.get(i);
      amended = amended.with(set.path(), WrittenNumber.of(numbers[i], set.unit()));
    }
    return amended;
  }

  /** The shape in which one more number is set; null where that has to be read as a text. */
  Shape with(String path, String unit) {
    ConcurrentMap<String, Optional<Shape>> ofPath = more.get(path);
    Optional<Shape> known = ofPath == null ? null : ofPath.get(unit);
    if (known == null) {
      if (!isRoom()) {
        return null;
      }
      known = program.setNumber(path, unit).map(this::with);
      ofPath = more.computeIfAbsent(path, key -> new ConcurrentHashMap<>());
      Optional<Shape> other = ofPath.putIfAbsent(unit, known);
      known = other == null ? known : other;
    }
    return known.orElse(null);
  }

  private Shape with(SetNumber set) {
    List<SetNumber> all = new ArrayList<>(sets);
    all.add(set);
    return new Shape(program, List.copyOf(all), remembered, prepares);
  }

  private boolean isRoom() {
    return prepares && remembered.get() < MOST && remembered.incrementAndGet() <= MOST;
  }

  /** A question that has been asked; null where it has not been, or not been kept. */
  Entry question(String text) {
    return questions.get(text);
  }

  /** Keeps a question that is sound, in a program that is sound. */
  void keep(String text, Question question) {
    if (isRoom()) {
      questions.putIfAbsent(text, new Entry(question));
    }
  }

  /** How to answer a question often; null where it has to be answered in the ordinary way. */
  PreparedQuestion prepared(Entry entry) {
    if (!program.mayPrepare()) {
      return null;
    }
    Optional<PreparedQuestion> known = entry.prepared;
    if (known == null) {
      if (!entry.askedBefore) {
        // what is asked once or twice leaves nothing behind
        entry.askedBefore = true;
        return null;
      }
      synchronized (entry) {
        known = entry.prepared;
        if (known == null) {
          known = Optional.of(program.prepare(sets, entry.question));
          entry.prepared = known;
        }
      }
    }
    return known.isPresent() && known.get().isOfUse() ? known.get() : null;
  }
}
