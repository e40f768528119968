package org.tidemark.render.progress;

import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * How fast some work goes, by what it did lately. Work gathers speed in its first seconds, while
 * the machine learns what is asked of it: a pace from its beginning would foretell far too much
 * time. So no pace is told before the earlier and the later part of what is looked at agree.
 */
final class Pace {
  /** What was done in so many seconds counts. */
  private static final double WINDOW = 4;

  /** And so many steps, however long they take: of few, the last may be an unusual one. */
  private static final int STEPS = 8;

  /** Seconds between two looks that are remembered. */
  private static final double BETWEEN = 0.2;

  /** Each of the two parts takes as long, in seconds. */
  private static final double SHORTEST_PART = 1;

  /** By what factor the two parts may differ. */
  private static final double ALIKE = 1.5;

  private final ArrayDeque<Mark> marks = new ArrayDeque<>();
  private boolean told;

  private record Mark(double seconds, long done) {
    double paceTo(Mark later) {
      return (later.done - done) / (later.seconds - seconds);
    }
  }

  /**
   * Takes how far the work has come.
   *
   * @param now seconds since it began
   * @param all how much is done
   * @return how much is done in a second; not a number before that can be told
   */
  double at(double now, long all) {
    Mark present = new Mark(now, all);
    Mark latest = marks.peekLast();
    if (latest == null || now - latest.seconds >= BETWEEN && all > latest.done) {
      marks.add(present);
    }
    while (marks.size() > STEPS && now - marks.peekFirst().seconds > WINDOW) {
      marks.remove();
    }
    told = told || isEven();
    return told ? marks.peekFirst().paceTo(present) : Double.NaN;
  }

  /** Whether the work went alike in the two halves of the time that is looked at. */
  private boolean isEven() {
    Mark first = marks.peekFirst();
    Mark last = marks.peekLast();
    double half = (first.seconds + last.seconds) / 2;
    Mark middle = first;
    for (Iterator<Mark> each = marks.iterator(); middle.seconds < half; ) {
      middle = each.next();
    }
    if (middle.seconds - first.seconds < SHORTEST_PART
        || last.seconds - middle.seconds < SHORTEST_PART) {
      return false;
    }
    double before = first.paceTo(middle);
    double after = middle.paceTo(last);
    return before <= ALIKE * after && after <= ALIKE * before;
  }
}
