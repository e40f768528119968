package org.tidemark.grammar.token;

/** What a token is, as far as a reader's eye cares. */
public enum TokenKind {
  /** A reserved word, such as {@code if}; also where its place makes it a plain name. */
  WORD,
  /** A name. */
  NAME,
  /** A number without its unit. */
  NUMBER,
  /** A piece of a text: a quote, characters, an escape. */
  TEXT,
  /** The braces of a hole in a text. */
  HOLE,
  /** An operator, the percent sign and {@code =} included. */
  OPERATOR,
  /** A bracket of any kind. */
  BRACKET,
  /** A comma, a colon or a semicolon. */
  PUNCTUATION,
  /** A comment to the end of the line or between slashes and stars. */
  COMMENT,
  /** A {@code ///} comment. */
  DOC_COMMENT,
  /** Something that no script may hold. */
  UNKNOWN
}
