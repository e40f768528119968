package org.tidemark.model;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.tidemark.grammar.limit.Allowance;
import org.tidemark.grammar.limit.Limit;
import org.tidemark.grammar.limit.LimitReached;
import org.tidemark.grammar.limit.LimitValues;

/**
 * What is left of what a script may cost that nobody trusts: the one place that everything asks.
 * One for compiling, one for each run, shared by all threads that work on it. Time begins when it
 * is made. What has run out stays so, so that nobody who goes on in spite of it gets far.
 */
public final class Budget implements Allowance {
  /**
   * Steps between two looks at the clock and at the memory; those take some hundred nanoseconds.
   */
  private static final int STRIDE = 32;

  private final LimitValues most;
  private final boolean counting;
  private final long start = System.nanoTime();
  private final AtomicLongArray spent = new AtomicLongArray(Limit.values().length);
  private final AtomicLong untilLook = new AtomicLong();
  private final AllocatedBytes allocated = new AllocatedBytes();
  private volatile LimitReached reached;

  private Budget(LimitValues most, boolean counting) {
    this.most = most;
    this.counting = counting;
  }

  /** For reading and checking a script. */
  public static Allowance forCompiling(LimitValues most) {
    return most.isNone() ? FREE : new Budget(most, false);
  }

  /** For a run; null where nothing is bounded. */
  static Budget forRunning(LimitValues most) {
    return most.isNone() ? null : new Budget(most, true);
  }

  /** What it was made of. */
  public LimitValues limits() {
    return most;
  }

  @Override
  public void step() {
    steps(1);
  }

  /** So many steps of work at once. */
  void steps(long count) {
    LimitReached before = reached;
    if (before != null) {
      throw again(before);
    }
    if (counting) {
      spend(Limit.STEPS, count);
    }
    if (untilLook.addAndGet(-count) < 0) {
      untilLook.set(STRIDE);
      look();
    }
  }

  /** Looks at the time and the memory where it is time to; counts nothing. */
  void lookNowAndThen() {
    LimitReached before = reached;
    if (before != null) {
      throw again(before);
    }
    if (untilLook.decrementAndGet() < 0) {
      untilLook.set(STRIDE);
      look();
    }
  }

  /** Whether time or memory are spent; for work that cannot look for itself. */
  boolean isSpent() {
    if (reached == null) {
      try {
        look();
      } catch (LimitReached now) {
        return true;
      }
    }
    return reached != null;
  }

  private void look() {
    long time = most.of(Limit.TIME);
    if (time != Long.MAX_VALUE && System.nanoTime() - start > time - most.used()) {
      throw out(Limit.TIME);
    }
    long memory = most.of(Limit.MEMORY);
    if (memory != Long.MAX_VALUE && allocated.inAll() > memory) {
      throw out(Limit.MEMORY);
    }
  }

  /** There is no memory left, whatever was counted. */
  LimitReached outOfMemory() {
    return out(Limit.MEMORY);
  }

  private LimitReached out(Limit limit) {
    LimitReached now = new LimitReached(limit, most.of(limit));
    reached = now;
    return now;
  }

  /** Each one that is thrown gets the place at which it was. */
  private static LimitReached again(LimitReached before) {
    return new LimitReached(before.limit(), before.value());
  }

  /** Another statement begins. */
  void statement() {
    spent.set(Limit.STEPS.ordinal(), 0);
  }

  @Override
  public void require(Limit limit, long wanted) {
    if (wanted > most.of(limit)) {
      throw out(limit);
    }
  }

  @Override
  public void spend(Limit limit, long more) {
    if (spent.addAndGet(limit.ordinal(), more) > most.of(limit)) {
      throw out(limit);
    }
  }

  @Override
  public boolean allowsForeignCode() {
    return most.allowsForeignCode();
  }

  /** The smaller of a number and what a limit allows. */
  int atMost(Limit limit, int usual) {
    return (int) Math.min(usual, most.of(limit));
  }
}
