package org.tidemark.polyglot;

import com.oracle.truffle.api.interop.InteropLibrary;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.tidemark.api.Tide;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.polyglot.interop.ScopeObject;

/**
 * Gets ready what compiles, beside the thread that asks for it. The first script of a machine waits
 * mostly for classes to be loaded: one thread loads the vocabulary and what speaks to guests, the
 * other meanwhile what reads scripts.
 */
final class StartUp {
  /** Any script does: it is read for the classes that reading takes. */
  private static final SourceText ANY = new SourceText("any", "a = 1 %/year\nb = 2 * a");

  private final FutureTask<Tide> tide;

  /** Begins at once. */
  StartUp(Supplier<Tide> tide) {
    this.tide = new FutureTask<>(tide::get);
    Thread beside = new Thread(null, this::load, "tide-start", 0, false);
    beside.setDaemon(true);
    beside.start();
  }

  private void load() {
    tide.run();
    InteropLibrary.getUncached(new ScopeObject());
  }

  /** What compiles. */
  Tide tide() {
    if (!tide.isDone()) {
      TideParser.parse(ANY);
    }
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return tide.get();
        } catch (InterruptedException later) {
          // it takes no time worth stopping; whoever wants to stop is heard after it
          interrupted = true;
        }
      }
    } catch (ExecutionException broken) {
      throw new IllegalStateException(broken.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
