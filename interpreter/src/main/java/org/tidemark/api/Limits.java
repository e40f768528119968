package org.tidemark.api;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tidemark.grammar.limit.Limit;
import org.tidemark.grammar.limit.LimitValues;

/**
 * How much a script may cost that nobody trusts. Immutable. A script that wants more ends with an
 * error of its own for each limit, {@code E0920} to {@code E0939}; whoever runs it can allow more.
 *
 * <pre>{@code
 * Limits limits = Limits.untrusted().toBuilder().time(Duration.ofSeconds(5)).draws(50_000).build();
 * Tide tide = Tide.builder().untrusted().limits(limits).build();
 * }</pre>
 */
public final class Limits {
  private static final Limits NONE = new Limits(LimitValues.NONE);
  private static final Limits UNTRUSTED = new Limits(safe());

  /** What {@link Builder#foreignCode} is called where limits are written. */
  private static final String FOREIGN_CODE = "foreign-code";

  private final LimitValues values;

  private Limits(LimitValues values) {
    this.values = values;
  }

  private static LimitValues safe() {
    return LimitValues.NONE
        .withForeignCode(false)
        .with(Limit.TIME, 1_500_000_000L)
        .with(Limit.MEMORY, 4_000_000_000L)
        .with(Limit.STEPS, 20_000_000)
        .with(Limit.RECURSION, 1_000)
        .with(Limit.LIST, 100_000)
        .with(Limit.TEXT, 1_000_000)
        .with(Limit.DRAWS, 200_000)
        .with(Limit.OUTPUT, 1_000_000)
        .with(Limit.SOURCE, 300_000)
        .with(Limit.NESTING, 50)
        .with(Limit.FILES, 50)
        .with(Limit.FILE_BYTES, 5_000_000)
        .with(Limit.UNITS, 200)
        .with(Limit.COPIES, 10_000)
        .with(Limit.KERNELS, 64)
        .with(Limit.THREADS, 2);
  }

  /** None beyond those that hold for every script. */
  public static Limits none() {
    return NONE;
  }

  /** Those for scripts that nobody trusts, unless others are given. */
  public static Limits untrusted() {
    return UNTRUSTED;
  }

  /** Starts from these. */
  public Builder toBuilder() {
    return new Builder(values);
  }

  LimitValues values() {
    return values;
  }

  /** How long compiling and one run may take together; absent where they are not bounded. */
  public Optional<Duration> time() {
    long nanos = values.of(Limit.TIME);
    return nanos == Long.MAX_VALUE ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
  }

  /** Whether a script may call functions that are written in other languages. */
  public boolean allowsForeignCode() {
    return values.allowsForeignCode();
  }

  /**
   * The value of a limit by its name on the command line, {@code "draws"}: nanoseconds, bytes or a
   * number; {@link Long#MAX_VALUE} where it does not bound anything.
   *
   * @throws IllegalArgumentException where there is no such limit
   */
  public long of(String name) {
    Objects.requireNonNull(name, "name");
    return values.of(limit(name));
  }

  /** The names of all limits, as the command line writes them. */
  public static List<String> names() {
    return Arrays.stream(Limit.values()).map(Limit::key).toList();
  }

  /** Whether an error code says that a limit was reached. */
  public static boolean isReached(String code) {
    Objects.requireNonNull(code, "code");
    return Limit.isCode(code);
  }

  private static Limit limit(String name) {
    return Limit.of(name)
        .orElseThrow(() -> new IllegalArgumentException("there is no limit " + name));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Limits that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /**
   * The limits, one on each line, as the command line and {@link Builder#written} read them, to the
   * nanosecond and byte; a last line says whether foreign code is allowed.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Limit limit : Limit.values()) {
      long value = values.of(limit);
      text.append(limit.key()).append('=').append(LimitText.of(limit, value)).append('\n');
    }
    return text.append(FOREIGN_CODE)
        .append('=')
        .append(allowsForeignCode())
        .append('\n')
        .toString();
  }

  /** Collects limits. Each method refuses what is not positive. */
  public static final class Builder {
    private LimitValues values;

    private Builder(LimitValues values) {
      this.values = values;
    }

    private Builder with(Limit limit, long value) {
      if (value <= 0) {
        throw new IllegalArgumentException("the limit " + limit.key() + " must be positive");
      }
      values = values.with(limit, value);
      return this;
    }

    /**
     * How long compiling a script and one run of it may take together. More than 292 years is no
     * bound.
     */
    public Builder time(Duration duration) {
      Objects.requireNonNull(duration, "duration");
      boolean bounds = duration.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0;
      return with(Limit.TIME, bounds ? duration.toNanos() : Long.MAX_VALUE);
    }

    /** What compiling and one run may allocate in bytes, whether it is freed again or not. */
    public Builder memoryBytes(long bytes) {
      return with(Limit.MEMORY, bytes);
    }

    /** Units of regular work in one statement that is shown, plotted, exported or asserted. */
    public Builder stepsPerStatement(long steps) {
      return with(Limit.STEPS, steps);
    }

    /** Calls of functions inside each other; at most 5000 in any case. */
    public Builder recursionDepth(long calls) {
      return with(Limit.RECURSION, calls);
    }

    /** Elements of one list, rows of one table. */
    public Builder listElements(long elements) {
      return with(Limit.LIST, elements);
    }

    /** Characters of one text. */
    public Builder textCharacters(long characters) {
      return with(Limit.TEXT, characters);
    }

    /** Draws and other variations of models that one run asks for in all. */
    public Builder draws(long draws) {
      return with(Limit.DRAWS, draws);
    }

    /** Characters that one run shows, about. */
    public Builder outputCharacters(long characters) {
      return with(Limit.OUTPUT, characters);
    }

    /** Characters of the script and of the modules of its own that it imports. */
    public Builder sourceCharacters(long characters) {
      return with(Limit.SOURCE, characters);
    }

    /** Brackets within brackets, and conditions within conditions. */
    public Builder nestingDepth(long levels) {
      return with(Limit.NESTING, levels);
    }

    /** Files that compiling and one run open, each counted as often as it is read. */
    public Builder files(long files) {
      return with(Limit.FILES, files);
    }

    /** Bytes that compiling and one run read from files in all. */
    public Builder fileBytes(long bytes) {
      return with(Limit.FILE_BYTES, bytes);
    }

    /** Units that a script and its modules declare. */
    public Builder units(long units) {
      return with(Limit.UNITS, units);
    }

    /** Amended copies of models that one run makes. */
    public Builder amendedCopies(long copies) {
      return with(Limit.COPIES, copies);
    }

    /** Formulas of a program that are compiled; further ones are worked out as they are written. */
    public Builder kernels(long kernels) {
      return with(Limit.KERNELS, kernels);
    }

    /** Threads that work on one run at a time. */
    public Builder threads(long threads) {
      return with(Limit.THREADS, threads);
    }

    /** Whether functions that are written in other languages may be called. */
    public Builder foreignCode(boolean allowed) {
      values = values.withForeignCode(allowed);
      return this;
    }

    /**
     * A limit as the command line writes it, {@code time=2s}, {@code memory=64MB}, {@code
     * draws=50_000}, {@code steps=none}; or {@code foreign-code=true}, see {@link #foreignCode}.
     *
     * @throws IllegalArgumentException where there is no such limit, or where that is no value of
     *     it; the message says what would be
     */
    public Builder written(String setting) {
      Objects.requireNonNull(setting, "setting");
      int equals = setting.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("a limit is written NAME=VALUE, time=2s");
      }
      String name = setting.substring(0, equals).strip();
      String value = setting.substring(equals + 1).strip();
      if (name.equals(FOREIGN_CODE)) {
        if (!value.equals("true") && !value.equals("false")) {
          throw new IllegalArgumentException(FOREIGN_CODE + " is true or false");
        }
        return foreignCode(value.equals("true"));
      }
      Limit limit = limit(name);
      return with(limit, LimitText.value(limit, value));
    }

    /** The limits. */
    public Limits build() {
      return new Limits(values);
    }
  }
}
