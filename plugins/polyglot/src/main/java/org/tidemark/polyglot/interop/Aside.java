package org.tidemark.polyglot.interop;

import com.oracle.truffle.api.TruffleSafepoint;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Has a context's questions worked out by threads of its own, while the context's thread waits. So
 * the context can cancel and interrupt it, however deep in a solver the work is.
 */
public final class Aside implements Runner, AutoCloseable {
  /** Reserved, not used: evaluation is recursive. */
  private static final long STACK_BYTES = 64L << 20;

  private static final long KEPT_SECONDS = 2;

  /** So long work that was asked to stop may go on before it is given up. */
  private static final long PATIENCE_SECONDS = 5;

  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          KEPT_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Aside::thread);

  /** Threads of one context; they are made when they are needed and end when they are not. */
  public Aside() {}

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, "tide-context", STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public <T> T run(Supplier<T> work) {
    Waiting waiting = new Waiting();
    Task<T> task = new Task<>(work, Thread.currentThread().getContextClassLoader(), waiting::done);
    threads.execute(task);
    try {
      TruffleSafepoint.getCurrent().setBlocked(null, waiting, Waiting::await, waiting, null, null);
    } catch (Throwable stopped) {
      // what the context throws at whoever waits is no failure of the work
      task.stop();
      throw stopped;
    }
    if (waiting.wasInterrupted()) {
      task.stop();
      Thread.currentThread().interrupt();
      // where it is the context that interrupts, it says so here
      TruffleSafepoint.poll(null);
    }
    return task.outcome();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /**
   * Waits for work so that two wishes can be told apart: that of the context, which only wants the
   * thread to look up, and that of the embedder who interrupts the thread.
   */
  private static final class Waiting implements TruffleSafepoint.Interrupter {
    private boolean done;
    private boolean asked;
    private boolean interrupted;

    synchronized void done() {
      done = true;
      notifyAll();
    }

    synchronized void await() throws InterruptedException {
      while (!done && !asked) {
        try {
          wait();
        } catch (InterruptedException byEmbedder) {
          interrupted = true;
          return;
        }
      }
      if (!done) {
        // so a safepoint is told that it was heard; it lets this wait again
        throw new InterruptedException();
      }
    }

    boolean wasInterrupted() {
      return interrupted;
    }

    @Override
    public synchronized void interrupt(Thread thread) {
      asked = true;
      notifyAll();
    }

    @Override
    public synchronized void resetInterrupted() {
      asked = false;
    }
  }

  private static final class Task<T> implements Runnable {
    private final Supplier<T> work;
    private final ClassLoader loader;
    private final Runnable whenDone;
    private final CountDownLatch done = new CountDownLatch(1);
    private Thread runner;
    private T value;
    private Throwable failure;

    Task(Supplier<T> work, ClassLoader loader, Runnable whenDone) {
      this.work = work;
      this.loader = loader;
      this.whenDone = whenDone;
    }

    @Override
    public void run() {
      Thread.currentThread().setContextClassLoader(loader);
      synchronized (this) {
        runner = Thread.currentThread();
      }
      try {
        value = work.get();
      } catch (Throwable thrown) {
        failure = thrown;
      } finally {
        synchronized (this) {
          runner = null;
          // the wish to stop was for this work only
          Thread.interrupted();
        }
        done.countDown();
        whenDone.run();
      }
    }

    /** Asks it to stop, and waits until it has; not for ever. */
    void stop() {
      synchronized (this) {
        if (runner != null) {
          runner.interrupt();
        }
      }
      boolean interrupted = false;
      try {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
          try {
            done.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            return;
          } catch (InterruptedException again) {
            interrupted = true;
          }
        }
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }

    T outcome() {
      if (failure instanceof RuntimeException exception) {
        throw exception;
      }
      if (failure instanceof Error error) {
        throw error;
      }
      return value;
    }
  }
}
