package org.tidemark.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/**
 * A question about a program in which certain definitions are set to numbers, ready to be asked for
 * many numbers by many threads. Gives the same bits as the ordinary way, or nothing.
 */
public final class PreparedQuestion {
  /** Evaluations that are kept for the next time, in places of which each thread has its first. */
  private static final int PLACES = 32;

  /** References apart from each other, so that threads do not share a line of the cache. */
  private static final int APART = 16;

  /** Answers before it is compiled, and before it is compiled anew with what is known by then. */
  private static final int BETWEEN_COMPILED = 50;

  private static final int LAST_COMPILED = 8 * BETWEEN_COMPILED;

  private final RunnableProgram program;
  private final List<SetNumber> sets;
  private final Set<String> dirty;
  private final Question question;
  private final AtomicInteger evaluated = new AtomicInteger();
  private volatile NumericQuestion numeric;
  private volatile boolean useless;
  private final AtomicReferenceArray<Replay> free = new AtomicReferenceArray<>(PLACES * APART);

  private PreparedQuestion(
      RunnableProgram program, List<SetNumber> sets, Set<String> dirty, Question question) {
    this.program = program;
    this.sets = List.copyOf(sets);
    this.dirty = dirty;
    this.question = question;
  }

  /** A question of a program that is sound with such numbers. */
  static PreparedQuestion of(RunnableProgram program, List<SetNumber> sets, Question question) {
    Set<String> names = new HashSet<>();
    sets.forEach(set -> names.add(set.names().get(0)));
    Footprints footprints = Footprints.of(program.program(), program.overrides(), null);
    Set<String> resting = footprints.restingOn(names);
    boolean everything = footprints.whole().names().stream().anyMatch(resting::contains);
    return new PreparedQuestion(
        program, sets, everything ? footprints.marks().keySet() : resting, question);
  }

  /**
   * The answer for some numbers.
   *
   * @return null where the ordinary way has to tell
   * @throws EvaluationFailure where its thread was interrupted
   */
  public Value ask(double[] magnitudes) {
    NumericQuestion compiled = numeric;
    if (compiled != null) {
      Value value = compiled.ask(magnitudes);
      if (value != null) {
        return value;
      }
    }
    return evaluated(magnitudes);
  }

  private Value evaluated(double[] magnitudes) {
    int place = ((int) Thread.currentThread().getId() & (PLACES - 1)) * APART;
    Replay replay = free.getAndSet(place, null);
    if (replay == null) {
      replay =
          new Replay(
              program.program(), program.lowering(), program.overrides(), sets, dirty, question);
    }
    Value value;
    try {
      value = replay.ask(magnitudes);
    } catch (EvaluationFailure failure) {
      if (failure.isStopped()) {
        throw failure;
      }
      return null;
    } catch (RuntimeException | StackOverflowError untold) {
      // the ordinary way meets the same, and has the words for it
      return null;
    }
    if (value != null && !Settled.isPlain(value)) {
      // an object may have work left to do, and this evaluation goes on to somebody else
      useless = !(value instanceof QuantityValue);
      return useless ? null : value;
    }
    if (value != null && isToBeCompiled()) {
      compile(replay);
    }
    if (value != null && replay.isFit()) {
      free.lazySet(place, replay);
    }
    return value;
  }

  /** Whether it is worth asking; what gives an object is not. */
  public boolean isOfUse() {
    return !useless;
  }

  /** Few questions are asked often, and compiling one takes as long as some hundred answers. */
  private boolean isToBeCompiled() {
    if (evaluated.get() >= LAST_COMPILED) {
      return false;
    }
    int times = evaluated.incrementAndGet();
    return times % BETWEEN_COMPILED == 0 && (numeric == null || numeric.isIncomplete());
  }

  private void compile(Replay replay) {
    try {
      numeric = replay.compiled();
    } catch (NoKernel none) {
      evaluated.set(LAST_COMPILED);
    }
  }
}
