package org.tidemark.session;

import java.util.function.Supplier;
import org.tidemark.model.ProgressListener;
import org.tidemark.model.Watch;

/** Lets another thread end the work that is under way, and nothing that comes after it. */
final class Stops {
  private Thread working;
  private boolean wanted;
  private ProgressListener listener = ProgressListener.NONE;
  private Watch watch = Watch.none();

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

  /** Says who is told of long work. */
  synchronized void tell(ProgressListener told) {
    listener = told;
  }

  /** For a run that begins. */
  synchronized Watch watch() {
    watch = new Watch(listener);
    return watch;
  }

  /**
   * Ends the work with what is done where that is of use; else, or the second time, at once.
   *
   * @return whether any was under way
   */
  synchronized boolean stop() {
    if (working == null) {
      return false;
    }
    if (!watch.isAsked() && watch.canKeep()) {
      watch.finish();
    } else {
      wanted = true;
      working.interrupt();
    }
    return true;
  }
}
