package org.tidemark.check;

import java.util.function.Supplier;
import org.tidemark.solve.aside.Watched;

/**
 * Goes on with a recursion on a fresh stack when it has become deep, so that a chain of ten
 * thousand definitions needs neither a large stack everywhere nor a rewritten algorithm.
 *
 * <p>One instance belongs to one computation, of which one thread is active at a time.
 */
public final class DeepStack {
  /** Levels on one stack; each may take some ten Java frames. */
  private static final int LEVELS = 150;

  /** Levels on the caller's stack, which may be small. */
  private static final int FIRST = 25;

  /** Reserved, not used: only what a recursion touches costs memory. */
  private static final long STACK_BYTES = 64L << 20;

  /** Levels on the caller's stack where it says itself how to go on. */
  private static final int CALLERS = 100;

  private final Deeper deeper;
  private int depth;

  /** How a recursion goes on that has become deep. */
  @FunctionalInterface
  public interface Deeper {
    /** Does some work. */
    <T> T run(Supplier<T> work);
  }

  /** On fresh stacks. */
  public DeepStack() {
    this(null);
  }

  /** As the caller says, who may be bound to a thread. */
  public DeepStack(Deeper deeper) {
    this.deeper = deeper;
  }

  /** Runs one more level of a recursion. */
  public <T> T level(Supplier<T> work) {
    depth++;
    try {
      if (deeper != null) {
        return depth % CALLERS == 0 ? deeper.run(work) : work.get();
      }
      return depth == FIRST || depth % LEVELS == 0 ? onFreshStack(work) : work.get();
    } finally {
      depth--;
    }
  }

  /** The levels that are open. */
  public int depth() {
    return depth;
  }

  /** Runs some work on a stack of its own and waits for it. */
  public static <T> T onFreshStack(Supplier<T> work) {
    Carrier<T> carrier = new Carrier<>(Watched.elsewhere(work));
    Thread thread = new Thread(null, carrier, "tide-deep", STACK_BYTES);
    thread.setDaemon(true);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.start();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException stop) {
        // the work runs over there, so the wish to stop has to reach it there
        interrupted = true;
        thread.interrupt();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return carrier.outcome();
  }

  /** Runs some work, and on a stack of its own where the present one is too small for it. */
  public static <T> T withRoom(Supplier<T> work) {
    try {
      return work.get();
    } catch (StackOverflowError small) {
      return onFreshStack(work);
    }
  }

  private static final class Carrier<T> implements Runnable {
    private final Supplier<T> work;
    private T result;
    private Throwable failure;

    Carrier(Supplier<T> work) {
      this.work = work;
    }

    @Override
    public void run() {
      try {
        result = work.get();
      } catch (RuntimeException | Error thrown) {
        failure = thrown;
      }
    }

    T outcome() {
      if (failure instanceof RuntimeException exception) {
        throw exception;
      }
      if (failure instanceof Error error) {
        throw error;
      }
      return result;
    }
  }
}
