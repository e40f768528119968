package org.tidemark.model;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.tidemark.grammar.limit.Limit;
import org.tidemark.grammar.limit.LimitReached;
import org.tidemark.grammar.limit.LimitValues;
import org.tidemark.grammar.source.Location;
import org.tidemark.quantity.NumberText;
import org.tidemark.solve.aside.Watched;
import org.tidemark.spi.Progress;
import org.tidemark.spi.Surroundings;

/**
 * What an evaluation may spend of time, memory and whatever else is limited, and whether somebody
 * still wants what it works out.
 */
final class Spending {
  /** Values made between two looks at the memory; each takes some hundred bytes. */
  private static final long BETWEEN_LOOKS = 2_000_000;

  private static final double FULL = 0.8;

  private final AtomicReference<Watch> watching;
  private final LimitValues limits;
  private final Underway underway;
  private final boolean variation;
  private long made;
  private long nextLook = BETWEEN_LOOKS;

  /**
   * That of an evaluation.
   *
   * @param watching who watches it, and keeps count
   * @param limits of each question
   * @param underway where it stands
   * @param variation whether it is one of many of the same
   */
  Spending(
      AtomicReference<Watch> watching, LimitValues limits, Underway underway, boolean variation) {
    this.watching = watching;
    this.limits = limits;
    this.underway = underway;
    this.variation = variation;
  }

  /**
   * Counts values that lists are made of and looks at the memory now and then, so that lists of
   * lists end in an error rather than in a heap that is full.
   */
  void made(int values, Location location) {
    Budget budget = budget();
    if (budget != null) {
      steps(budget, values, location);
    }
    made += values;
    if (made < nextLook) {
      return;
    }
    nextLook = made + BETWEEN_LOOKS;
    if (isNearlyFull()) {
      // much of it may be waiting to be thrown away
      System.gc();
      if (isNearlyFull()) {
        throw EvaluationFailure.at(
            location,
            "E0505",
            "the lists of this run fill the memory: "
                + NumberText.sensible(made)
                + " values so far",
            "work with fewer at a time");
      }
    }
  }

  private static boolean isNearlyFull() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory() > FULL * runtime.maxMemory();
  }

  /** Ends the evaluation where somebody asked for it, or where it may not go on. */
  void checkpoint() {
    checkpoint(null);
  }

  /**
   * The same.
   *
   * @param location what is being worked out; null where that is the definition
   */
  void checkpoint(Location location) {
    Watch watch = watching.get();
    watch.checkpoint();
    Budget budget = watch.budget();
    if (budget != null) {
      steps(budget, 1, location);
    }
  }

  /**
   * Ends long numerical work inside of a call where it is wanted no longer. That is no step: how
   * often it asks is its own affair.
   */
  private void lookNowAndThen() {
    Watch watch = watching.get();
    watch.checkpoint();
    Budget budget = watch.budget();
    if (budget != null) {
      try {
        budget.lookNowAndThen();
      } catch (LimitReached reached) {
        throw limited(reached, null);
      }
    }
  }

  /** Does some work in which numerical work asks whether it is still wanted. */
  <T> T watched(Supplier<T> work) {
    return Watched.by(this::lookNowAndThen, work);
  }

  /** What may be spent; null where nothing is counted, as in scripts that are trusted. */
  Budget budget() {
    return watching.get().budget();
  }

  /** Somebody from outside asks another question. */
  void asked() {
    if (!limits.isNone()) {
      watching.get().again(limits);
    }
  }

  /** So many steps of work at once. */
  void steps(Budget budget, long count, Location location) {
    try {
      budget.steps(count);
    } catch (LimitReached reached) {
      throw limited(reached, location);
    }
  }

  /** Something of a size is about to be made. */
  void require(Budget budget, Limit limit, long wanted, Location location) {
    try {
      budget.require(limit, wanted);
    } catch (LimitReached reached) {
      throw limited(reached, location);
    }
  }

  /** More of something that is counted over the whole run. */
  void spend(Limit limit, long more, Location location) {
    Budget budget = budget();
    if (budget != null) {
      try {
        budget.spend(limit, more);
      } catch (LimitReached reached) {
        throw limited(reached, location);
      }
    }
  }

  /** An amended copy is made; those of variations are counted as variations. */
  void copies(Location location) {
    if (!variation) {
      spend(Limit.COPIES, 1, location);
    }
  }

  /** The end of everything, at a place or at the definition that is being worked out. */
  EvaluationFailure limited(LimitReached reached, Location location) {
    Location place =
        location != null ? location : underway.reader == null ? null : underway.reader.location();
    return EvaluationFailure.limited(reached.at(place));
  }

  /** Whether somebody asked to end what the present thread does; may be asked from any thread. */
  BooleanSupplier stopWish() {
    Watch watch = watching.get();
    Thread caller = Thread.currentThread();
    Budget budget = watch.budget();
    return () -> watch.isToStop() || caller.isInterrupted() || budget != null && budget.isSpent();
  }

  /** Why work was stopped that cannot look for itself. */
  EvaluationFailure whyStopped(Location location) {
    Budget budget = budget();
    if (budget != null) {
      steps(budget, 1, location);
    }
    return EvaluationFailure.stopped();
  }

  /** Long work begins, see {@link Surroundings#progress}. */
  Progress progress(String what, long total, String unit, Location location) {
    return watching.get().begin(what, total, unit, false, location);
  }

  /** Long work of which a part is of use. */
  Progress keepable(String what, long total, String unit, Location location) {
    return watching.get().begin(what, total, unit, true, location);
  }

  /** Values that no memory holds; they are forgotten by now. */
  EvaluationFailure full(Location location) {
    Budget budget = budget();
    if (budget != null) {
      return limited(budget.outOfMemory(), location);
    }
    return EvaluationFailure.at(
        location,
        "E0505",
        "this needs more memory than there is",
        "work with fewer values at a time");
  }
}
