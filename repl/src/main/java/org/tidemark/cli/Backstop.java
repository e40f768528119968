package org.tidemark.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tidemark.api.Limits;
import org.tidemark.grammar.diagnostic.Diagnostic;

/**
 * Ends the program where a script goes on long after its limit of time. All work asks often enough
 * whether it may go on, or so we think; this holds where we are wrong. It needs a process of its
 * own, which others that embed the command do not have.
 */
final class Backstop {
  /** After the limit; a machine may be busy. */
  private static final long GRACE_MILLIS = 2000;

  private final Thread thread;

  private Backstop(Thread thread) {
    this.thread = thread;
  }

  /** Begins to wait; for nothing where there is no limit, or no process to end. */
  static Backstop of(Limits limits, Console console) {
    Optional<Duration> limit = limits.time();
    if (limit.isEmpty() || console.progress() == Console.Showing.NOTHING) {
      return new Backstop(null);
    }
    long millis = limit.get().toMillis();
    Diagnostic told =
        Diagnostic.error("E0920", "this goes on long after the time that is allowed")
            .withHelp("it could not be stopped where it was; what it showed is lost");
    Thread thread = new Thread(() -> waitAndEnd(millis, told, console), "tide-backstop");
    thread.setDaemon(true);
    thread.start();
    return new Backstop(thread);
  }

  private static void waitAndEnd(long millis, Diagnostic told, Console console) {
    try {
      Thread.sleep(Math.addExact(millis, GRACE_MILLIS));
    } catch (InterruptedException | ArithmeticException over) {
      return;
    }
    console.report(List.of(told));
    Runtime.getRuntime().halt(ExitStatus.LIMIT);
  }

  /** The script has ended by itself. */
  void end() {
    if (thread != null) {
      thread.interrupt();
    }
  }
}
