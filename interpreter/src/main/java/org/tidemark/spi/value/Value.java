package org.tidemark.spi.value;

/** What an expression evaluates to. Immutable. */
public interface Value {
  /** The sort of value, in the reader's words: {@code "a quantity"}. */
  String describe();
}
