package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/** A piece of a text literal. */
public sealed interface TextPart {
  /** Where it stands in the text. */
  Span span();

  /**
   * Characters that stand for themselves.
   *
   * @param text with escapes resolved
   */
  record Chunk(String text, Span span) implements TextPart {}

  /** {@code {expression}}. */
  record Hole(Expression expression, Span span) implements TextPart {}
}
