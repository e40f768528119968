package org.tidemark.session.insight;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tidemark.api.Tide;

/**
 * Insight into the definitions of a conversation, worked out anew only where they have changed, and
 * on a thread of its own, so that whoever types need not wait for it. Safe for several threads; who
 * asks waits for those who asked before.
 */
public final class InsightCache {
  /** How long a colour may wait, in milliseconds; a keystroke is not to be felt. */
  private static final long PATIENCE = 20;

  private final Tide tide;
  private final Path folder;
  private final CommandNames commands;
  private final Library library;
  private Work current;
  private Work extended;
  private Insight latest;

  /** What is or was being worked out. */
  private static final class Work extends FutureTask<Insight> {
    final String definitions;

    Work(String definitions, Callable<Insight> making) {
      super(making);
      this.definitions = definitions;
    }
  }

  /**
   * An empty one.
   *
   * @param folder where modules and data are found
   * @param commands of the prompt
   */
  public InsightCache(Tide tide, Path folder, CommandNames commands) {
    this.tide = tide;
    this.folder = folder;
    this.commands = commands;
    this.library = new Library(folder, tide::modules);
  }

  /** Begins to work out what is known of definitions, where somebody has asked for any before. */
  public synchronized void prepare(String definitions) {
    if (current != null) {
      begin(definitions);
    }
  }

  /** Insight into definitions, however long it takes. */
  public synchronized Insight of(String definitions) {
    latest = result(begin(definitions), Long.MAX_VALUE, null);
    return latest;
  }

  /** Insight into definitions; where it takes long, that into those before. */
  public synchronized Insight soon(String definitions) {
    Work work = begin(definitions);
    latest = latest == null ? of(definitions) : result(work, PATIENCE, latest);
    return latest;
  }

  /**
   * Insight that knows the units and modules of an entry too, which count in all of it.
   *
   * @param insight into the definitions
   */
  public synchronized Insight with(Insight insight, String definitions, String entry) {
    String head = EntryHead.of(entry);
    if (head.isEmpty()) {
      return insight;
    }
    String all = head + "\n" + definitions;
    if (extended == null || !extended.definitions.equals(all)) {
      extended = start(all);
    }
    return result(extended, PATIENCE, insight);
  }

  private Work begin(String definitions) {
    if (current == null || !current.definitions.equals(definitions)) {
      current = start(definitions);
    }
    return current;
  }

  private Work start(String definitions) {
    Work work = new Work(definitions, () -> make(definitions));
    Thread thread = new Thread(work, "tide-insight");
    thread.setDaemon(true);
    thread.start();
    return work;
  }

  private Insight make(String definitions) {
    Insight insight =
        new Insight(library, commands, tide.compile("prompt", definitions, folder).lookup());
    // so that the first keystroke finds all that it needs
    insight.highlight("show 1 USD");
    insight.complete("show 1 U", 8);
    return insight;
  }

  private static Insight result(Work work, long milliseconds, Insight otherwise) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return work.get(milliseconds, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
          return otherwise;
        } catch (InterruptedException stop) {
          interrupted = true;
          if (otherwise != null) {
            return otherwise;
          }
        } catch (ExecutionException failed) {
          throw new IllegalStateException(failed.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
