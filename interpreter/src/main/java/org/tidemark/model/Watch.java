package org.tidemark.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.limit.LimitValues;
import org.tidemark.grammar.source.Location;
import org.tidemark.spi.Progress;

/**
 * Somebody who watches a run and may end it. One for each run; safe for several threads.
 *
 * <p>A run that is asked to {@link #finish} ends what it is doing. Work that is of use when it is
 * ended early, such as a sample, then has a result; what rests on it is worked out, and no further
 * work of that sort begins. Where nothing of the sort is under way the run ends with what was shown
 * before. A run that is asked to {@link #quit}, or whose thread is interrupted, ends in an {@link
 * EvaluationFailure} that {@link EvaluationFailure#isStopped() is stopped}.
 */
public final class Watch {
  private final ProgressListener listener;
  private final AtomicReference<LongWork> outermost = new AtomicReference<>();
  private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
  private final List<Diagnostic> warnings = new ArrayList<>();
  private volatile Budget budget;

  /** How far the run is from its end. */
  private enum State {
    RUNNING,
    /** What is under way is to end. */
    FINISHING,
    /** It has ended with a result; what rests on it is worked out. */
    GOING_ON,
    QUITTING
  }

  /** Somebody who is told of long work. */
  public Watch(ProgressListener listener) {
    this.listener = listener;
  }

  /** Nobody. */
  public static Watch none() {
    return new Watch(ProgressListener.NONE);
  }

  // ---- for whoever watches

  /** Asks the run to end with what is done. */
  public void finish() {
    state.compareAndSet(State.RUNNING, State.FINISHING);
  }

  /** Whether work is under way that is of use when it is ended early. */
  public boolean canKeep() {
    LongWork work = outermost.get();
    return work != null && work.isKeepable();
  }

  /** Asks the run to end at once, without a result. */
  public void quit() {
    state.set(State.QUITTING);
  }

  /** Whether the run was asked to end. */
  public boolean isAsked() {
    return state.get() != State.RUNNING;
  }

  // ---- for the evaluation

  boolean isFinishing() {
    return state.get() == State.FINISHING;
  }

  /** Whether what is under way is to end. */
  boolean isToStop() {
    State now = state.get();
    return now == State.FINISHING || now == State.QUITTING;
  }

  /**
   * Ends the evaluation where somebody asked for it.
   *
   * @throws EvaluationFailure that is stopped
   */
  void checkpoint() {
    if (isToStop() || Thread.currentThread().isInterrupted()) {
      throw EvaluationFailure.stopped();
    }
  }

  /** From now on no more is worked out than some limits allow. */
  void under(LimitValues limits) {
    if (budget == null) {
      budget = Budget.forRunning(limits);
    }
  }

  /** Another question begins, which may spend as much as the one before. */
  void again(LimitValues limits) {
    budget = Budget.forRunning(limits);
  }

  /** What may be spent; null where nothing is counted. */
  Budget budget() {
    return budget;
  }

  /** Long work begins; inside of other work it is part of that. */
  Progress begin(String what, long total, String unit, boolean keepable, Location location) {
    if (outermost.get() != null) {
      return Progress.NONE;
    }
    if (keepable && state.get() == State.GOING_ON) {
      throw EvaluationFailure.notBegun(what, location);
    }
    LongWork work = new LongWork(this, what, total, unit, keepable, location);
    if (!outermost.compareAndSet(null, work)) {
      return Progress.NONE;
    }
    listener.begins(work);
    return work;
  }

  void ended(LongWork work) {
    if (outermost.compareAndSet(work, null)) {
      listener.ends(work);
    }
  }

  /** What is under way has ended with a result. */
  boolean goOn() {
    return state.compareAndSet(State.FINISHING, State.GOING_ON);
  }

  void warn(Diagnostic warning) {
    synchronized (warnings) {
      warnings.add(warning);
    }
  }

  /** What was ended early. */
  List<Diagnostic> warnings() {
    synchronized (warnings) {
      return List.copyOf(warnings);
    }
  }
}
