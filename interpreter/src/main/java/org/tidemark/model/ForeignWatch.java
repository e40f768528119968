package org.tidemark.model;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Ends foreign calls whose run was asked to end: they do not ask themselves. One thread looks after
 * all calls of a run, as long as there are any.
 */
final class ForeignWatch {
  private static final long BETWEEN_LOOKS_MILLIS = 20;

  /** Looks without a call before the thread ends. */
  private static final int IDLE_LOOKS = 50;

  private final Set<Call> calls = ConcurrentHashMap.newKeySet();
  private boolean looking;

  /** A call that goes on. */
  static final class Call {
    private final BooleanSupplier wish;
    private final Runnable stop;
    private boolean ended;
    private boolean stopped;

    private Call(BooleanSupplier wish, Runnable stop) {
      this.wish = wish;
      this.stop = stop;
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
        if (ended || stopped) {
          return;
        }
        stopped = true;
      }
      // may wait until what runs has noticed
      Thread stopper = new Thread(stop, "tide-foreign-stop");
      stopper.setDaemon(true);
      stopper.start();
    }
  }

  /**
   * A call begins.
   *
   * @param wish whether it is to end
   * @param stop ends it
   */
  Call begin(BooleanSupplier wish, Runnable stop) {
    Call call = new Call(wish, stop);
    calls.add(call);
    startLooking();
    return call;
  }

  /** A call has ended; false where it was stopped, so that its context is of no use any more. */
  boolean end(Call call) {
    calls.remove(call);
    return call.end();
  }

  private synchronized void startLooking() {
    if (!looking) {
      looking = true;
      Thread thread = new Thread(this::look, "tide-foreign-watch");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private synchronized boolean stopLooking() {
    // whoever adds a call from now on starts another thread
    looking = !calls.isEmpty();
    return !looking;
  }

  private void look() {
    int idle = 0;
    while (idle < IDLE_LOOKS || !stopLooking()) {
      idle = calls.isEmpty() ? idle + 1 : 0;
      calls.forEach(Call::look);
      try {
        Thread.sleep(BETWEEN_LOOKS_MILLIS);
      } catch (InterruptedException notOurs) {
        // nobody has a reason to; calls are looked after all the same
        idle = 0;
      }
    }
  }
}
