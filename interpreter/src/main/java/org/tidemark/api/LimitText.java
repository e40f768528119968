package org.tidemark.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.grammar.limit.Limit;

/** Reads and writes the value of a limit as the command line does, to the nanosecond and byte. */
final class LimitText {
  /** The value of a limit that bounds nothing. */
  private static final String NONE = "none";

  private static final Pattern VALUE =
      Pattern.compile("([0-9][0-9_]{0,18}(?:\\.[0-9]{1,9})?) ?([a-zA-Z]{0,7})");

  private static final Map<String, Long> TIMES =
      Map.of(
          "ms", 1_000_000L, "s", 1_000_000_000L, "min", 60_000_000_000L, "minute", 60_000_000_000L);

  private static final Map<String, Long> BYTES =
      Map.of("B", 1L, "", 1L, "kB", 1_000L, "MB", 1_000_000L, "GB", 1_000_000_000L, "bytes", 1L);

  private static final Map<String, Long> COUNTS = Map.of("", 1L);

  private static final BigDecimal TOO_MUCH = BigDecimal.valueOf(Long.MAX_VALUE);

  private LimitText() {}

  static long value(Limit limit, String text) {
    if (text.equals(NONE)) {
      return Long.MAX_VALUE;
    }
    Matcher matcher = VALUE.matcher(text);
    if (matcher.matches()) {
      Long factor = factors(limit).get(matcher.group(2));
      if (factor != null) {
        BigDecimal value =
            new BigDecimal(matcher.group(1).replace("_", "")).multiply(BigDecimal.valueOf(factor));
        if (value.compareTo(BigDecimal.ONE) >= 0 && value.compareTo(TOO_MUCH) < 0) {
          return value.setScale(0, RoundingMode.DOWN).longValueExact();
        }
      }
    }
    throw new IllegalArgumentException(
        "`" + text + "` is no value of the limit " + limit.key() + ", " + example(limit) + " is");
  }

  /** A value as it can be read again. */
  static String of(Limit limit, long value) {
    if (value == Long.MAX_VALUE) {
      return NONE;
    }
    return switch (limit.unit()) {
      case NANOSECONDS -> decimal(value, 9) + "s";
      case BYTES ->
          value >= 1_000_000
              ? decimal(value, 6) + "MB"
              : value >= 1_000 ? decimal(value, 3) + "kB" : value + "bytes";
      case COUNT -> Long.toString(value);
    };
  }

  private static String decimal(long value, int places) {
    return BigDecimal.valueOf(value, places).stripTrailingZeros().toPlainString();
  }

  private static Map<String, Long> factors(Limit limit) {
    return switch (limit.unit()) {
      case NANOSECONDS -> TIMES;
      case BYTES -> BYTES;
      case COUNT -> COUNTS;
    };
  }

  private static String example(Limit limit) {
    return switch (limit.unit()) {
      case NANOSECONDS -> "2s";
      case BYTES -> "64MB";
      case COUNT -> "1000";
    };
  }
}
