package org.tidemark.grammar.reader;

/** An open bracket, or the script around all of them. */
final class Frame {
  /** What stands between the brackets. */
  enum Kind {
    SCRIPT,
    BODY,
    BLOCK,
    WITH,
    TABLE,
    RECORD,
    HOLE,
    PAREN,
    BRACKET
  }

  final Kind kind;

  /** Index of the opening bracket, -1 for the script. */
  final int open;

  /** Whether the next token begins a statement. */
  boolean atStart = true;

  /** Type and index of the first token of the running statement. */
  int statementKind;

  int statementStart;

  /** Whether the running statement has had its body. */
  boolean hasBody;

  /** For the brackets behind {@code table}: the index of that name, else -1. */
  int table = -1;

  /** Since the last separator: tokens that make the parser call itself, and operators. */
  int recursion;

  int operators;

  Frame(Kind kind, int open) {
    this.kind = kind;
    this.open = open;
  }

  boolean holdsStatements() {
    return kind == Kind.SCRIPT || kind == Kind.BODY || kind == Kind.BLOCK;
  }

  boolean minds() {
    return holdsStatements() || kind == Kind.WITH || kind == Kind.TABLE;
  }
}
