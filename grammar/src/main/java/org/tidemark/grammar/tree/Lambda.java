package org.tidemark.grammar.tree;

import java.util.List;
import org.tidemark.grammar.source.Span;

/** {@code x => body} or {@code (x, y) => body}. */
public record Lambda(List<Identifier> parameters, Expression body, Span span)
    implements Expression {
  /** Copies its lists, so that the tree is immutable. */
  public Lambda {
    parameters = List.copyOf(parameters);
  }
}
