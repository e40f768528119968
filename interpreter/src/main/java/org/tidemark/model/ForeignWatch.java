package org.tidemark.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Ends foreign calls whose run was asked to end: they do not ask themselves. One thread looks after
 * the calls of all runs, as long as there are any.
 */
final class ForeignWatch {
  /** One for all runs: a host may have many at a time. It knows nothing of those without a call. */
  static final ForeignWatch SHARED = new ForeignWatch();

  private static final long BETWEEN_LOOKS_MILLIS = 20;

  /** A thread waits so long for another call: runs tend to have many, and short ones. */
  private static final long IDLE_MILLIS = 1000;

  private final Set<Call> calls = new HashSet<>();

  /** The thread that looks; null for none. One that finds another in its place ends. */
  private Thread looking;

  /** Whether it sleeps until there is a call, or until it has waited long enough. */
  private boolean idle;

  /** A call that goes on. */
  static final class Call {
    private final BooleanSupplier wish;
    private Runnable stop;
    private boolean ended;
    private boolean stopped;

    private Call(BooleanSupplier wish) {
      this.wish = wish;
    }

    /** How to end it, as soon as that is known. Before, a wish to end it has to wait. */
    synchronized void endedBy(Runnable way) {
      stop = way;
    }

    private synchronized boolean end() {
      ended = true;
      return !stopped;
    }

    private void look() {
      if (!wish.getAsBoolean()) {
        return;
      }
      synchronized (this) {
        if (ended || stopped || stop == null) {
          return;
        }
        stopped = true;
      }
      // may wait until what runs has noticed
      start(stop, "tide-foreign-stop");
    }
  }

  /**
   * A call begins.
   *
   * @param wish whether it is to end
   */
  synchronized Call begin(BooleanSupplier wish) {
    Call call = new Call(wish);
    calls.add(call);
    if (looking == null) {
      looking = start(this::look, "tide-foreign-watch");
    } else if (idle) {
      notifyAll();
    }
    return call;
  }

  /** A call has ended; false where it was stopped, so that its context is of no use any more. */
  boolean end(Call call) {
    synchronized (this) {
      calls.remove(call);
    }
    return call.end();
  }

  /** A run has ended: without other calls there is nothing to wait for. */
  synchronized void rest() {
    if (calls.isEmpty() && looking != null) {
      // whoever adds a call from now on starts another thread
      looking = null;
      notifyAll();
    }
  }

  private static Thread start(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void look() {
    for (List<Call> now = awaitCalls(); !now.isEmpty(); now = awaitCalls()) {
      now.forEach(Call::look);
      pause();
    }
  }

  /** The calls that go on; none where nobody needs this thread any more. */
  private synchronized List<Call> awaitCalls() {
    long since = System.nanoTime();
    idle = true;
    while (looking == Thread.currentThread() && calls.isEmpty()) {
      long left = IDLE_MILLIS - (System.nanoTime() - since) / 1_000_000;
      if (left <= 0) {
        looking = null;
      } else {
        sleep(left);
      }
    }
    if (looking != Thread.currentThread()) {
      return List.of();
    }
    idle = false;
    return List.copyOf(calls);
  }

  private synchronized void pause() {
    if (looking == Thread.currentThread()) {
      sleep(BETWEEN_LOOKS_MILLIS);
    }
  }

  private void sleep(long millis) {
    try {
      wait(millis);
    } catch (InterruptedException notOurs) {
      // nobody has a reason to; calls are looked after all the same
      return;
    }
  }
}
