package org.tidemark.grammar.tree;

import java.util.List;
import org.tidemark.grammar.source.Span;

/** {@code [a, b]}. */
public record ListLiteral(List<Expression> elements, Span span) implements Expression {
  /** Copies its lists, so that the tree is immutable. */
  public ListLiteral {
    elements = List.copyOf(elements);
  }
}
