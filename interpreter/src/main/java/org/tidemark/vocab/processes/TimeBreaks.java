package org.tidemark.vocab.processes;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.spi.RunningBody.Condition;

/**
 * The times at which conditions on the time alone change, and with them rates: an integration is to
 * step to them and not over them. Found before it starts, by halving where a comparison changes its
 * sign between the points of a grid.
 */
final class TimeBreaks {
  private static final int PARTS = 4096;

  private final SystemRun run;
  private final List<Break> breaks = new ArrayList<>();

  /** A time and what changes there. */
  record Break(double years, Condition condition) {}

  TimeBreaks(SystemRun run) {
    this.run = run;
  }

  /** They, in no order. */
  List<Break> find() {
    for (ProcessValue member : run.members()) {
      member.body().switches().forEach(this::look);
    }
    return breaks;
  }

  private void look(Condition condition) {
    if (condition instanceof Condition.Both both) {
      look(both.first());
      look(both.second());
    } else if (condition instanceof Condition.Either either) {
      look(either.first());
      look(either.second());
    } else if (condition instanceof Condition.Not not) {
      look(not.of());
    } else {
      along(condition);
    }
  }

  private void along(Condition condition) {
    double end = run.horizon();
    double before = 0;
    boolean held = holds(condition, before);
    for (int i = 1; i <= PARTS; i++) {
      double time = end * i / PARTS;
      boolean holds = holds(condition, time);
      if (holds != held) {
        breaks.add(new Break(between(condition, before, time, held), condition));
      }
      held = holds;
      before = time;
    }
  }

  private double between(Condition condition, double from, double to, boolean held) {
    double low = from;
    double high = to;
    while (true) {
      double middle = low + (high - low) / 2;
      if (!(middle > low && middle < high)) {
        return high;
      }
      if (holds(condition, middle) == held) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  private boolean holds(Condition condition, double years) {
    SystemMoment moment = run.moment(years, run.initialStates());
    if (condition instanceof Condition.Compared compared) {
      double gap = compared.gap().applyAsDouble(moment);
      return gap == 0 ? compared.atZero() : gap > 0 == compared.above();
    }
    return ((Condition.Truth) condition).holds().test(moment);
  }
}
