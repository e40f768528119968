package org.tidemark.grammar.limit;

import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.Location;

/** Ends work of which a script wanted too much. Whoever began the work says so. */
public final class LimitReached extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Limit limit;
  private final long value;

  /** Of a limit, which has some value. */
  public LimitReached(Limit limit, long value) {
    super(message(limit, value), null, false, false);
    this.limit = limit;
    this.value = value;
  }

  /** Which limit it is. */
  public Limit limit() {
    return limit;
  }

  private static String message(Limit limit, long value) {
    String words = limit.words(value);
    return switch (limit) {
      case TIME -> "this takes more than the " + words + " that are allowed";
      case MEMORY -> "this needs more than the " + words + " of memory that are allowed";
      case STEPS -> "this takes more than the " + words + " steps that a statement is allowed";
      case RECURSION -> "functions call each other more than the " + words + " deep allowed here";
      case LIST -> "this has more than the " + words + " elements that are allowed";
      case TEXT -> "this text has more than the " + words + " characters that are allowed";
      case DRAWS -> "this asks for more than the " + words + " draws that are allowed";
      case OUTPUT -> "this shows more than the " + words + " characters that are allowed";
      case SOURCE ->
          "the script and its modules have more than the " + words + " characters that are allowed";
      case NESTING -> "this is nested deeper than the " + words + " levels that are allowed";
      case FILES -> "this opens more than the " + words + " files that are allowed";
      case FILE_BYTES -> "this reads more than the " + words + " that are allowed";
      case UNITS -> "this declares more than the " + words + " units that are allowed";
      case COPIES -> "this makes more than the " + words + " amended copies that are allowed";
      default -> "this is more than the " + words + " that are allowed";
    };
  }

  private String help() {
    long more =
        limit.unit() == Limit.Unit.COUNT || value < Long.MAX_VALUE / 10 ? value * 10 : value;
    String written = limit.words(more).replace(" bytes", "").replace(" ", "");
    return "whoever runs it can allow more: --limit " + limit.key() + "=" + written;
  }

  /** What to tell where no place can be named. */
  public Diagnostic diagnostic() {
    return Diagnostic.error(limit.code(), getMessage()).withHelp(help());
  }

  /** What to tell of a place. */
  public Diagnostic diagnostic(Location location) {
    return Diagnostic.error(limit.code(), getMessage(), location.source(), location.span())
        .withHelp(help());
  }
}
