package org.tidemark.solve.aside;

import java.util.function.Supplier;

/**
 * Long numerical work asks here now and then whether it is still wanted. Whoever has it done says
 * how that is to be answered, on the thread that does it; a solver need not be handed it, and what
 * a solver leaves for later keeps no hold of whoever asked first.
 */
public final class Watched {
  private static final ThreadLocal<Runnable> CHECKPOINT = new ThreadLocal<>();

  private Watched() {}

  /**
   * Does some work.
   *
   * @param checkpoint asked now and then; throws where the work is wanted no longer
   * @throws RuntimeException what the work or the checkpoint throws
   */
  public static <T> T by(Runnable checkpoint, Supplier<T> work) {
    Runnable before = CHECKPOINT.get();
    CHECKPOINT.set(checkpoint);
    try {
      return work.get();
    } finally {
      if (before == null) {
        CHECKPOINT.remove();
      } else {
        CHECKPOINT.set(before);
      }
    }
  }

  /** The same work, watched on whatever thread it is done as it would be on this one. */
  public static <T> Supplier<T> elsewhere(Supplier<T> work) {
    Runnable checkpoint = CHECKPOINT.get();
    return checkpoint == null ? work : () -> by(checkpoint, work);
  }

  /** Ends the work where it is wanted no longer. */
  public static void look() {
    Runnable checkpoint = CHECKPOINT.get();
    if (checkpoint != null) {
      checkpoint.run();
    }
  }
}
