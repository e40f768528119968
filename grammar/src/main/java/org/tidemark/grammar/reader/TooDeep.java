package org.tidemark.grammar.reader;

import org.tidemark.grammar.source.Span;

/** An expression deeper than any walk over it should have to bear. */
final class TooDeep extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Span span;

  TooDeep(Span span) {
    super(null, null, false, false);
    this.span = span;
  }

  Span span() {
    return span;
  }
}
