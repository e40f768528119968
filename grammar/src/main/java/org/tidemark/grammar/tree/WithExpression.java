package org.tidemark.grammar.tree;

import java.util.List;
import org.tidemark.grammar.source.Span;

/** {@code base with { path = value, ... }}: an amended copy. */
public record WithExpression(Expression base, List<Override> overrides, Span span)
    implements Expression {
  /** Copies its lists, so that the tree is immutable. */
  public WithExpression {
    overrides = List.copyOf(overrides);
  }
}
