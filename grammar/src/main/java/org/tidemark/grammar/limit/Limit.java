package org.tidemark.grammar.limit;

import java.util.Locale;
import java.util.Optional;

/** Something of which a script can want too much. The order is that of the error codes. */
public enum Limit {
  /** Compiling a script and one run of it, together. */
  TIME("E0920", Unit.NANOSECONDS, "time", "how long compiling and one run may take together"),
  /** What a run allocates, whether it is freed again or not. */
  MEMORY("E0921", Unit.BYTES, "memory", "how much memory may be allocated, freed or not"),
  /** Units of regular work of one statement. */
  STEPS("E0922", Unit.COUNT, "steps", "how many steps one statement may take"),
  /** Calls of functions inside each other. */
  RECURSION("E0923", Unit.COUNT, "recursion", "how deep calls may go inside each other"),
  /** Elements of one list, rows of one table. */
  LIST("E0924", Unit.COUNT, "list", "how many elements a list or rows a table may have"),
  /** Characters of one text. */
  TEXT("E0925", Unit.COUNT, "text", "how many characters a text may have"),
  /** Variations of a model that one run asks. */
  DRAWS("E0926", Unit.COUNT, "draws", "how many draws and other variations may be asked for"),
  /** Characters that are shown, about. */
  OUTPUT("E0927", Unit.COUNT, "output", "how many characters may be shown"),
  /** Characters of the script and of its own modules. */
  SOURCE("E0928", Unit.COUNT, "source", "how many characters the script and its modules may have"),
  /** Brackets within brackets, and conditions within conditions. */
  NESTING("E0929", Unit.COUNT, "nesting", "how deep brackets and conditions may be nested"),
  /** Files that are opened, modules and data. */
  FILES("E0930", Unit.COUNT, "files", "how many files may be opened"),
  /** Bytes of all files that are read. */
  FILE_BYTES("E0931", Unit.BYTES, "file-bytes", "how much may be read from files in all"),
  /** Units that a script and its modules declare. */
  UNITS("E0932", Unit.COUNT, "units", "how many units may be declared"),
  /** Amended copies of models. */
  COPIES("E0933", Unit.COUNT, "copies", "how many amended copies of models may be made"),
  /** Formulas that are compiled; the ones after them are worked out as they are written. */
  KERNELS("", Unit.COUNT, "kernels", "how many formulas may be compiled to machine code"),
  /** Threads that work on one run; more are not used. */
  THREADS("", Unit.COUNT, "threads", "how many threads may work on one run");

  /** What a limit counts. */
  public enum Unit {
    /** Nanoseconds. */
    NANOSECONDS,
    /** Bytes. */
    BYTES,
    /** A number. */
    COUNT
  }

  private final String code;
  private final Unit unit;
  private final String key;
  private final String meaning;

  Limit(String code, Unit unit, String key, String meaning) {
    this.code = code;
    this.unit = unit;
    this.key = key;
    this.meaning = meaning;
  }

  /** The code of its error; empty for those that only make a run slower. */
  public String code() {
    return code;
  }

  /** What it counts. */
  public Unit unit() {
    return unit;
  }

  /** How the command line and messages call it. */
  public String key() {
    return key;
  }

  /** What it bounds, in words. */
  public String meaning() {
    return meaning;
  }

  /** The limit that goes by a name on the command line. */
  public static Optional<Limit> of(String key) {
    for (Limit limit : values()) {
      if (limit.key.equals(key)) {
        return Optional.of(limit);
      }
    }
    return Optional.empty();
  }

  /** Whether an error code is that of a limit. */
  public static boolean isCode(String code) {
    for (Limit limit : values()) {
      if (!code.isEmpty() && limit.code.equals(code)) {
        return true;
      }
    }
    return false;
  }

  /** A value of it in words, {@code 1.5 s}, {@code 64 MB} or {@code 100000}. */
  public String words(long value) {
    return switch (unit) {
      case NANOSECONDS -> decimal(value / 1e9) + " s";
      case BYTES ->
          value >= 1_000_000
              ? decimal(value / 1e6) + " MB"
              : value >= 1_000 ? decimal(value / 1e3) + " kB" : value + " bytes";
      case COUNT -> Long.toString(value);
    };
  }

  private static String decimal(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.replaceFirst("\\.?0+$", "");
  }
}
