package org.tidemark.polyglot.interop;

import com.oracle.truffle.api.TruffleSafepoint;

/**
 * Whose turn it is among the threads that ask one script. One that waits can be interrupted by its
 * context, and by whoever interrupts the thread.
 */
final class Turn {
  private Thread holder;
  private int times;

  /**
   * Waits for the turn and takes it, once more where the thread has it. A thread that is marked as
   * interrupted may take it where it need not wait.
   *
   * @throws org.tidemark.api.TideException where the thread is interrupted meanwhile
   */
  void take() {
    if (taken()) {
      return;
    }
    boolean mine = false;
    try {
      mine = Waiting.until(this, this::taken);
    } catch (Throwable stopped) {
      // by the context, when it may have the turn already
      if (isMine()) {
        leave();
      }
      throw stopped;
    }
    if (!mine) {
      Thread.currentThread().interrupt();
      // where it is the context that interrupts, it says so here
      TruffleSafepoint.poll(null);
      throw Stopped.failure();
    }
  }

  private synchronized boolean taken() {
    Thread asking = Thread.currentThread();
    if (holder != null && holder != asking) {
      return false;
    }
    holder = asking;
    times++;
    return true;
  }

  private synchronized boolean isMine() {
    return holder == Thread.currentThread();
  }

  /** Leaves it to the next one. */
  synchronized void leave() {
    times--;
    if (times == 0) {
      holder = null;
      notifyAll();
    }
  }
}
