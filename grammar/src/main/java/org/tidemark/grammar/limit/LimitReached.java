package org.tidemark.grammar.limit;

import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.Location;

/** Ends work of which a script wanted too much. Whoever began the work says so. */
public final class LimitReached extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Limit limit;
  private final long value;
  private final transient Location location;

  /** Of a limit, which has some value. */
  public LimitReached(Limit limit, long value) {
    this(limit, value, null);
  }

  private LimitReached(Limit limit, long value, Location location) {
    super(message(limit, value), null, false, false);
    this.limit = limit;
    this.value = value;
    this.location = location;
  }

  /** The same at a place, unless it has one already. */
  public LimitReached at(Location place) {
    return location != null || place == null ? this : new LimitReached(limit, value, place);
  }

  /** Which limit it is. */
  public Limit limit() {
    return limit;
  }

  /** Its value. */
  public long value() {
    return value;
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

  /** What to tell. */
  public Diagnostic diagnostic() {
    Diagnostic diagnostic =
        location == null
            ? Diagnostic.error(limit.code(), getMessage())
            : Diagnostic.error(limit.code(), getMessage(), location.source(), location.span());
    return diagnostic.withHelp(help());
  }
}
