package org.tidemark.model;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.tidemark.spi.NoValue;
import org.tidemark.spi.Progress;

/** Threads that share a number of independent tasks. */
final class Workers {
  /** Reserved, not used: evaluation is recursive, and fresh stacks on the way would cost time. */
  private static final long STACK_BYTES = 64L << 20;

  /** Of so many tasks, each is too short to be told of by itself. */
  private static final int MANY = 100_000;

  private static final int BATCH = 64;

  private Workers() {}

  /**
   * Does tasks 0 to count - 1 and comes back when all are done.
   *
   * @param threads how many; 0 for none but the one that asks
   * @param progress takes each task as one more done; where it is to finish, no task is begun and
   *     those under way may be given up
   * @param checkpoint called before each task; throws where all is to stop
   * @return how many are done, from 0 on without a gap
   * @throws RuntimeException the first failure of a task; the others are then given up
   */
  static int run(int count, int threads, IntConsumer task, Progress progress, Runnable checkpoint) {
    int batch = count > MANY ? BATCH : 1;
    AtomicInteger undone = new AtomicInteger(count);
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable work =
        () -> {
          int i = count;
          int untold = 0;
          try {
            for (i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
              if (progress.isToFinish()) {
                undone.accumulateAndGet(i, Math::min);
                return;
              }
              // a task may be too short to look for itself
              checkpoint.run();
              task.accept(i);
              if (++untold == batch) {
                progress.add(untold);
                untold = 0;
              }
              if (failure.get() != null) {
                return;
              }
            }
          } catch (RuntimeException | Error thrown) {
            if (progress.isToFinish() && thrown instanceof NoValue value && value.isStopped()) {
              undone.accumulateAndGet(i, Math::min);
            } else {
              failure.compareAndSet(null, thrown);
            }
          } finally {
            progress.add(untold);
          }
        };
    if (threads == 0) {
      work.run();
      return outcome(failure.get(), undone.get());
    }
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
    return outcome(failure.get(), undone.get());
  }

  private static int outcome(Throwable failure, int done) {
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    return done;
  }
}
