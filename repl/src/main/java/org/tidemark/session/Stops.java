package org.tidemark.session;

import java.util.function.Supplier;

/** Lets another thread end the work that is under way, and nothing that comes after it. */
final class Stops {
  private Thread working;
  private boolean wanted;

  <T> T during(Supplier<T> work) {
    synchronized (this) {
      if (working == Thread.currentThread()) {
        return work.get();
      }
      working = Thread.currentThread();
      wanted = false;
    }
    try {
      return work.get();
    } finally {
      synchronized (this) {
        working = null;
        if (wanted) {
          // the wish came from stop() and is fulfilled; it must not hit what the caller does next
          Thread.interrupted();
          wanted = false;
        }
      }
    }
  }

  synchronized void stop() {
    if (working != null) {
      wanted = true;
      working.interrupt();
    }
  }
}
