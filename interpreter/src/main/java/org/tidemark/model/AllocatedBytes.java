package org.tidemark.model;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much some threads have allocated since they began to work for somebody. Where the Java
 * runtime does not tell, it is nothing.
 */
final class AllocatedBytes {
  private static final com.sun.management.ThreadMXBean THREADS = threads();

  private final AtomicLong all = new AtomicLong();
  private final ThreadLocal<long[]> last = new ThreadLocal<>();

  /** Counts what the present thread allocates from now on. */
  AllocatedBytes() {
    if (THREADS != null) {
      last.set(new long[] {THREADS.getThreadAllocatedBytes(Thread.currentThread().getId())});
    }
  }

  private static com.sun.management.ThreadMXBean threads() {
    try {
      if (ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean bean
          && bean.isThreadAllocatedMemorySupported()) {
        return bean;
      }
    } catch (LinkageError | UnsupportedOperationException none) {
      // a runtime without that module
    }
    return null;
  }

  /** By all threads that have asked, up to when they asked last. */
  long inAll() {
    if (THREADS == null) {
      return 0;
    }
    Thread thread = Thread.currentThread();
    long now = THREADS.getThreadAllocatedBytes(thread.getId());
    long[] before = last.get();
    if (before == null) {
      // a thread of this run has worked for nobody else
      before = new long[] {thread.getName().startsWith("tide-") ? 0 : now};
      last.set(before);
    }
    long more = now - before[0];
    before[0] = now;
    return all.addAndGet(more);
  }
}
