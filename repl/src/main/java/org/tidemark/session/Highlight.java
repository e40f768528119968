package org.tidemark.session;

/**
 * A stretch of an entry and what it is.
 *
 * @param from its first character
 * @param to the character behind its last
 * @param role what it is
 */
public record Highlight(int from, int to, Role role) {
  /** What a stretch of an entry is, as far as a colour goes. */
  public enum Role {
    /** A reserved word. */
    KEYWORD,
    /** The kind of a declaration. */
    KIND,
    /** A definition of the conversation, or one that the entry makes. */
    DEFINITION,
    /** A name that a lambda, a function or a block binds. */
    LOCAL,
    /** A built-in function or constant. */
    BUILTIN,
    /** A field or member behind a dot, or in a body. */
    FIELD,
    /** A module. */
    MODULE,
    /** A unit. */
    UNIT,
    /** The name of an argument or a label. */
    LABEL,
    /** A name that nothing is known of. */
    UNKNOWN,
    /** A number. */
    NUMBER,
    /** A text. */
    TEXT,
    /** An operator. */
    OPERATOR,
    /** A bracket. */
    BRACKET,
    /** A bracket that nothing matches. */
    UNMATCHED,
    /** A comma, a colon, a semicolon. */
    PUNCTUATION,
    /** A comment. */
    COMMENT,
    /** A comment that documents. */
    DOC_COMMENT,
    /** An annotation. */
    ANNOTATION,
    /** A command of the prompt. */
    COMMAND
  }
}
