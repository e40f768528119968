package org.tidemark.polyglot.interop;

import com.oracle.truffle.api.TruffleSafepoint;
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

  private static final long MILLIS = 1_000;

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
    Task<T> task = new Task<>(work, Thread.currentThread().getContextClassLoader());
    threads.execute(task);
    boolean done = false;
    try {
      done = Waiting.until(task, task::isDone);
    } catch (Throwable stopped) {
      // what the context throws at whoever waits is no failure of the work
      task.stop();
      throw stopped;
    }
    if (!done) {
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

  private static final class Task<T> implements Runnable {
    private final Supplier<T> work;
    private final ClassLoader loader;
    private Thread runner;
    private boolean stopWanted;
    private boolean done;
    private T value;
    private Throwable failure;

    Task(Supplier<T> work, ClassLoader loader) {
      this.work = work;
      this.loader = loader;
    }

    @Override
    public void run() {
      Thread.currentThread().setContextClassLoader(loader);
      T made = null;
      Throwable thrown = null;
      try {
        begin();
        made = work.get();
      } catch (Throwable wrong) {
        thrown = wrong;
      }
      end(made, thrown);
    }

    private synchronized void begin() {
      if (stopWanted) {
        // before it could begin
        throw Stopped.failure();
      }
      runner = Thread.currentThread();
    }

    private synchronized void end(T made, Throwable thrown) {
      runner = null;
      // the wish to stop was for this work only
      Thread.interrupted();
      value = made;
      failure = thrown;
      done = true;
      notifyAll();
    }

    /** Whether its outcome is known. */
    synchronized boolean isDone() {
      return done;
    }

    /** Asks it to stop, and waits until it has; not for ever. */
    synchronized void stop() {
      stopWanted = true;
      if (runner != null) {
        runner.interrupt();
      }
      boolean interrupted = false;
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      long left = PATIENCE_SECONDS * MILLIS;
      while (!done && left > 0) {
        try {
          wait(left);
        } catch (InterruptedException again) {
          interrupted = true;
        }
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    /** What came of it; that it was stopped where it goes on in spite of that. */
    synchronized T outcome() {
      if (!done) {
        throw Stopped.failure();
      }
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
