package org.tidemark.model;

import java.util.function.IntConsumer;
import org.tidemark.spi.Progress;

/** Programs that are run side by side, and watched as one piece of work. */
public final class Batch {
  private Batch() {}

  /**
   * Does tasks 0 to count - 1, on as many threads as the machine has, and comes back when all are
   * done. Runs inside of them take the same watch. Where they are asked to finish, no task is
   * begun, and those under way end with what they have.
   *
   * @param what in words, {@code "auditing"}
   * @param unit what is counted, {@code "modules"}
   * @throws EvaluationFailure where it was asked to quit
   */
  public static void run(String what, String unit, int count, IntConsumer task, Watch watch) {
    try (Progress progress = watch.begin(what, count, unit, true, null)) {
      Workers.run(
          count, Runtime.getRuntime().availableProcessors(), task, progress, watch::checkpoint);
    }
  }
}
