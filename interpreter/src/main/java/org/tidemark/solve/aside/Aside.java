package org.tidemark.solve.aside;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Numerical work that cannot ask whether it is still wanted, such as a decomposition of a large
 * matrix by a library. It is done on a thread of its own, so that whoever waits for it need not go
 * on waiting; it is then left behind and its result dropped. Therefore it is to change nothing that
 * others see.
 */
public final class Aside {
  /** Between two questions whether it is still wanted, in milliseconds. */
  private static final long BETWEEN = 10;

  private Aside() {}

  /**
   * Does some work and waits for it.
   *
   * @param checkpoint asked now and then; throws where the work is wanted no longer
   * @throws RuntimeException what the work or the checkpoint throws
   */
  public static <T> T of(Supplier<T> work, Runnable checkpoint) {
    FutureTask<T> task = new FutureTask<>(() -> Watched.by(Aside::endIfLeft, work));
    Thread side = new Thread(task, "tide-aside");
    side.setDaemon(true);
    side.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get(BETWEEN, TimeUnit.MILLISECONDS);
        } catch (TimeoutException unfinished) {
          checkpoint.run();
        } catch (InterruptedException stop) {
          interrupted = true;
          // a checkpoint may look at the thread
          Thread.currentThread().interrupt();
          checkpoint.run();
          Thread.interrupted();
        } catch (ExecutionException failure) {
          if (failure.getCause() instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) failure.getCause();
        }
      }
    } finally {
      task.cancel(true);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void endIfLeft() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException();
    }
  }
}
