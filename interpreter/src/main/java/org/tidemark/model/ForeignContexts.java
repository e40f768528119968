package org.tidemark.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.tidemark.check.ForeignFile;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.spi.foreign.ForeignContext;
import org.tidemark.spi.foreign.ForeignProblem;

/**
 * The contexts of foreign programs in a run and all its variations. Each is used by one thread at a
 * time; threads that call at the same time have one each. Safe for several threads.
 */
final class ForeignContexts {
  /** Idle ones by their texts; what was used last is used first, which its caches like. */
  private final Map<Text, Deque<Open>> idle = new HashMap<>();

  /** Programs that cannot be started, so that it is not tried again for each call. */
  private final Map<Text, ForeignProblem> broken = new HashMap<>();

  private final ForeignWatch watch = new ForeignWatch();

  /** What tells programs apart. */
  private record Text(String language, String name, String text) {
    static Text of(ForeignFile file) {
      SourceText source = file.text();
      return new Text(file.engine().language(), source.name(), source.text());
    }
  }

  /** A context, with the way to end what runs in it. */
  private static final class Open {
    private ForeignContext context;
    private Runnable stop = () -> {};
  }

  /**
   * Does something in a context of a program.
   *
   * @param evaluation may be asked to stop, which ends the work
   * @throws ForeignProblem where it fails
   */
  <T> T with(ForeignFile file, Evaluation evaluation, Function<ForeignContext, T> work) {
    Text text = Text.of(file);
    Open open = take(text);
    boolean usable = true;
    ForeignWatch.Call call = watch.begin(evaluation.spending().stopWish(), () -> open.stop.run());
    try {
      if (open.context == null) {
        open.context = file.program().open(stop -> open.stop = stop);
      }
      return work.apply(open.context);
    } catch (ForeignProblem problem) {
      usable = !problem.isStop() && open.context != null;
      if (open.context == null && !problem.isStop()) {
        note(text, problem);
      }
      throw problem;
    } finally {
      usable &= watch.end(call);
      if (usable) {
        give(text, open);
      } else if (open.context != null) {
        open.context.close();
      }
    }
  }

  private synchronized Open take(Text text) {
    if (broken.containsKey(text)) {
      throw broken.get(text);
    }
    Deque<Open> open = idle.get(text);
    return open == null || open.isEmpty() ? new Open() : open.pop();
  }

  private synchronized void give(Text text, Open open) {
    idle.computeIfAbsent(text, key -> new ArrayDeque<>()).push(open);
  }

  private synchronized void note(Text text, ForeignProblem problem) {
    broken.put(text, problem);
  }
}
