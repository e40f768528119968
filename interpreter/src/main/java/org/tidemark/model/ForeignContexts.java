package org.tidemark.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tidemark.check.ForeignFile;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.spi.foreign.ForeignContext;
import org.tidemark.spi.foreign.ForeignProblem;

/**
 * The contexts of foreign programs in a run and all its variations. Each is used by one thread at a
 * time; threads that call at the same time have one each. They live as long as the run; what calls
 * later has others. Safe for several threads.
 */
final class ForeignContexts {
  /** Idle ones by their texts; what was used last is used first, which its caches like. */
  private final Map<Text, Deque<Open>> idle = new HashMap<>();

  /** Programs that cannot be started, so that it is not tried again for each call. */
  private final Map<Text, ForeignProblem> broken = new HashMap<>();

  /** How many runs have ended: a conversation goes on with further ones. */
  private int ended;

  /** What tells programs apart. */
  private record Text(String language, String name, String text) {
    static Text of(ForeignFile file) {
      SourceText source = file.text();
      return new Text(file.engine().language(), source.name(), source.text());
    }
  }

  /** A context, with the way to end what runs in it. */
  private static final class Open {
    private final int run;
    private ForeignContext context;
    private Runnable stop;

    Open(int run) {
      this.run = run;
    }
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
    ForeignWatch.Call call = ForeignWatch.SHARED.begin(evaluation.spending().stopWish());
    try {
      if (open.context == null) {
        open.context =
            file.program()
                .open(
                    stop -> {
                      open.stop = stop;
                      call.endedBy(stop);
                    });
      } else {
        call.endedBy(open.stop);
      }
      return work.apply(open.context);
    } catch (ForeignProblem problem) {
      usable = !problem.isStop() && open.context != null;
      if (open.context == null && !problem.isStop()) {
        note(text, problem);
      }
      throw problem;
    } finally {
      usable &= ForeignWatch.SHARED.end(call);
      if (open.context != null && !(usable && give(text, open))) {
        open.context.close();
      }
    }
  }

  /** The run has ended. What calls after that, such as a function that it gave, opens others. */
  void rest() {
    List<Open> all = new ArrayList<>();
    synchronized (this) {
      ended++;
      idle.values().forEach(all::addAll);
      idle.clear();
    }
    all.forEach(open -> open.context.close());
    ForeignWatch.SHARED.rest();
  }

  private synchronized Open take(Text text) {
    if (broken.containsKey(text)) {
      throw broken.get(text);
    }
    Deque<Open> open = idle.get(text);
    return open == null || open.isEmpty() ? new Open(ended) : open.pop();
  }

  /** Keeps one for the next call; false where its run has ended meanwhile. */
  private synchronized boolean give(Text text, Open open) {
    if (open.run != ended) {
      return false;
    }
    idle.computeIfAbsent(text, key -> new ArrayDeque<>()).push(open);
    return true;
  }

  private synchronized void note(Text text, ForeignProblem problem) {
    broken.put(text, problem);
  }
}
