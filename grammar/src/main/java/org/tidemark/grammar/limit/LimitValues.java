package org.tidemark.grammar.limit;

import java.util.Arrays;

/** How much of everything a script may want. Immutable. */
public final class LimitValues {
  /** No limits beyond those that hold for every script. */
  public static final LimitValues NONE = new LimitValues(unlimited(), 0, true, true);

  private final long[] values;
  private final long used;
  private final boolean foreignCode;
  private final boolean trusted;

  private LimitValues(long[] values, long used, boolean foreignCode, boolean trusted) {
    this.values = values;
    this.used = used;
    this.foreignCode = foreignCode;
    this.trusted = trusted;
  }

  private static long[] unlimited() {
    long[] values = new long[Limit.values().length];
    Arrays.fill(values, Long.MAX_VALUE);
    return values;
  }

  /** The value of one; {@link Long#MAX_VALUE} where it does not bound anything. */
  public long of(Limit limit) {
    return values[limit.ordinal()];
  }

  /** The same with another value of one. */
  public LimitValues with(Limit limit, long value) {
    long[] changed = values.clone();
    changed[limit.ordinal()] = value;
    return new LimitValues(changed, used, foreignCode, false);
  }

  /** The same for what comes after some work, which took so many nanoseconds of the time. */
  public LimitValues after(long nanos) {
    return new LimitValues(values, used + nanos, foreignCode, trusted);
  }

  /** What work before has taken of the time, in nanoseconds. */
  public long used() {
    return used;
  }

  /** The same where functions in other languages are allowed, or not. */
  public LimitValues withForeignCode(boolean allowed) {
    return new LimitValues(values, used, allowed, trusted && allowed);
  }

  /** Whether a script may call functions that are written in other languages. */
  public boolean allowsForeignCode() {
    return foreignCode;
  }

  /** Whether nothing is bounded and nothing has to be counted. */
  public boolean isNone() {
    return trusted;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LimitValues that
        && Arrays.equals(values, that.values)
        && foreignCode == that.foreignCode;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values) * 2 + (foreignCode ? 1 : 0);
  }
}
