package org.tidemark.model;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Threads that share a number of independent tasks. */
final class Workers {
  /** Reserved, not used: evaluation is recursive, and fresh stacks on the way would cost time. */
  private static final long STACK_BYTES = 64L << 20;

  private Workers() {}

  /**
   * Does tasks 0 to count - 1 and comes back when all are done.
   *
   * @throws RuntimeException the first failure of a task; the others are then given up
   */
  static void run(int count, int threads, IntConsumer task) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable work =
        () -> {
          try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
              if (Thread.currentThread().isInterrupted()) {
                // a task may be too short to look for itself
                throw EvaluationFailure.stopped();
              }
              task.accept(i);
              if (failure.get() != null) {
                return;
              }
            }
          } catch (RuntimeException | Error thrown) {
            failure.compareAndSet(null, thrown);
          }
        };
    Thread[] workers = new Thread[Math.max(1, Math.min(threads, count))];
    for (int i = 0; i < workers.length; i++) {
      workers[i] = new Thread(null, work, "tide-worker", STACK_BYTES);
      workers[i].setDaemon(true);
      workers[i].setContextClassLoader(Thread.currentThread().getContextClassLoader());
      workers[i].start();
    }
    boolean interrupted = false;
    for (Thread worker : workers) {
      while (true) {
        try {
          worker.join();
          break;
        } catch (InterruptedException stop) {
          interrupted = true;
          for (Thread other : workers) {
            other.interrupt();
          }
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
      throw EvaluationFailure.stopped();
    }
    if (failure.get() instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure.get() instanceof Error error) {
      throw error;
    }
  }
}
