package org.tidemark.polyglot.interop;

import com.oracle.truffle.api.TruffleSafepoint;
import java.util.function.BooleanSupplier;

/**
 * Has a context's thread wait so that two wishes can be told apart: that of the context, which only
 * wants the thread to look up, and that of the embedder who interrupts the thread.
 */
final class Waiting implements TruffleSafepoint.Interrupter {
  private final Object monitor;
  private final BooleanSupplier over;
  private boolean asked;
  private boolean interrupted;

  private Waiting(Object monitor, BooleanSupplier over) {
    this.monitor = monitor;
    this.over = over;
  }

  /**
   * Waits, unless it is over.
   *
   * @param monitor of whom all is told when something may have changed
   * @param over whether there is nothing left to wait for; asked by who holds the monitor
   * @return whether it is over; if not, the embedder interrupted the thread, which is not marked so
   *     any more
   */
  static boolean until(Object monitor, BooleanSupplier over) {
    Waiting waiting = new Waiting(monitor, over);
    TruffleSafepoint.getCurrent().setBlocked(null, waiting, Waiting::await, waiting, null, null);
    return !waiting.interrupted;
  }

  private void await() throws InterruptedException {
    synchronized (monitor) {
      while (!over.getAsBoolean()) {
        if (asked) {
          // so a safepoint is told that it was heard; it lets this wait again
          throw new InterruptedException();
        }
        try {
          monitor.wait();
        } catch (InterruptedException byEmbedder) {
          interrupted = true;
          return;
        }
      }
    }
  }

  @Override
  public void interrupt(Thread thread) {
    synchronized (monitor) {
      asked = true;
      monitor.notifyAll();
    }
  }

  @Override
  public void resetInterrupted() {
    synchronized (monitor) {
      asked = false;
    }
  }
}
