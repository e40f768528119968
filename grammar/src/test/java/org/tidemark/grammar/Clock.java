package org.tidemark.grammar;

import java.lang.management.ManagementFactory;

/** Time that the machine gives to somebody else is no fault of what is measured. */
final class Clock {
  private Clock() {}

  /** The time for which this thread has worked, in nanoseconds. */
  static long worked() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
