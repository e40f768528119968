package org.tidemark.api;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.grammar.limit.Limit;

/** Reads the value of a limit as the command line writes it. */
final class LimitText {
  private static final Pattern VALUE =
      Pattern.compile("([0-9][0-9_]{0,18}(?:\\.[0-9]{1,9})?) ?([a-zA-Z]{0,7})");

  private static final Map<String, Double> TIMES =
      Map.of("ms", 1e6, "s", 1e9, "min", 60e9, "minute", 60e9);

  private static final Map<String, Double> BYTES =
      Map.of("B", 1.0, "", 1.0, "kB", 1e3, "MB", 1e6, "GB", 1e9, "bytes", 1.0);

  private static final Map<String, Double> COUNTS = Map.of("", 1.0);

  private LimitText() {}

  static long value(Limit limit, String text) {
    Matcher matcher = VALUE.matcher(text);
    if (matcher.matches()) {
      Double factor = factors(limit).get(matcher.group(2));
      if (factor != null) {
        double value = Double.parseDouble(matcher.group(1).replace("_", "")) * factor;
        if (value >= 1 && value < 9e18) {
          return (long) value;
        }
      }
    }
    throw new IllegalArgumentException(
        "`" + text + "` is no value of the limit " + limit.key() + ", " + example(limit) + " is");
  }

  private static Map<String, Double> factors(Limit limit) {
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
