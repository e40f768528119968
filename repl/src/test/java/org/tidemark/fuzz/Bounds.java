package org.tidemark.fuzz;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How long work on one input may take, and how much it may allocate. */
final class Bounds {
  /**
   * Longer than this is a hang. While fuzzing it is one second; the tests run beside others, so
   * there it is more.
   */
  private static final long LONGEST_NANOS =
      TimeUnit.SECONDS.toNanos(Integer.getInteger("tide.fuzz.seconds", 5));

  private static final long MOST_BYTES = 512L << 20;

  /** The machine may have been busy with something else, or have compiled the program. */
  private static final int CHANCES = 3;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Bounds() {}

  /**
   * Does some work that is to keep within the bounds. What it allocates on threads of its own is
   * bounded by the heap that it is run with.
   *
   * @throws AssertionError where it does not, each time that it is tried
   */
  static <T> T within(String work, Supplier<T> supplier) {
    return within(work, MOST_BYTES, supplier);
  }

  /**
   * Does some work that is to keep within the bound on time. It may allocate in all as much as it
   * has time for; the heap that it is run with bounds what it holds.
   *
   * @throws AssertionError where it does not, each time that it is tried
   */
  static <T> T inTime(String work, Supplier<T> supplier) {
    return within(work, Long.MAX_VALUE, supplier);
  }

  private static <T> T within(String work, long mostBytes, Supplier<T> supplier) {
    AssertionError last = null;
    for (int i = 0; i < CHANCES; i++) {
      long start = System.nanoTime();
      long used = MACHINE.getProcessCpuTime();
      long allocated = THREADS.getCurrentThreadAllocatedBytes();
      T result = supplier.get();
      long bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
      // of several threads the one is more, of a busy machine the other
      long took = Math.min(System.nanoTime() - start, MACHINE.getProcessCpuTime() - used);
      if (took <= LONGEST_NANOS && bytes <= mostBytes) {
        return result;
      }
      last =
          new AssertionError(
              work
                  + " took "
                  + TimeUnit.NANOSECONDS.toMillis(took)
                  + " ms and "
                  + (bytes >> 20)
                  + " MB");
    }
    throw last;
  }
}
