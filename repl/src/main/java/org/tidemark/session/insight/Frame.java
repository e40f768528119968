package org.tidemark.session.insight;

/** An open bracket, or the entry around all of them. */
final class Frame {
  /** What stands between the brackets. */
  enum Kind {
    /** The entry. */
    ENTRY,
    /** Statements of a declaration: {@code model M { }}, {@code firm f { }}, {@code when c { }}. */
    BODY,
    /** Local definitions and a value. */
    BLOCK,
    /** Amendments. */
    WITH,
    /** Rows. */
    TABLE,
    /** A record. */
    RECORD,
    /** Arguments. */
    CALL,
    /** Parameters of a {@code fn}. */
    PARAMETERS,
    /** Any other round bracket. */
    PAREN,
    /** A list, a comprehension, an index or a repetition. */
    BRACKET,
    /** A text between quotes. */
    TEXT,
    /** An expression in a text. */
    HOLE
  }

  final Kind kind;
  final Frame outer;

  /** Index of the opening token, -1 for the entry. */
  final int open;

  /** The kind of a body's declaration, the name that is called; else empty. */
  final String head;

  /** First token of the running statement, element or row. */
  int start;

  Frame(Kind kind, Frame outer, int open, String head) {
    this.kind = kind;
    this.outer = outer;
    this.open = open;
    this.head = head;
    this.start = open + 1;
  }

  boolean holdsStatements() {
    return kind == Kind.ENTRY || kind == Kind.BODY || kind == Kind.BLOCK;
  }

  boolean endsAtLineEnd() {
    return holdsStatements() || kind == Kind.WITH || kind == Kind.TABLE;
  }

  /** Whether it is a body that holds definitions rather than fields. */
  boolean isModel() {
    return kind == Kind.BODY && (head.equals("model") || head.equals("test"));
  }

  /** What closes it. */
  String closer() {
    return switch (kind) {
      case ENTRY -> "";
      case CALL, PARAMETERS, PAREN -> ")";
      case BRACKET -> "]";
      case TEXT -> "\"";
      case HOLE -> "}";
      default -> "\n}";
    };
  }
}
