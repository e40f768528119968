package org.tidemark.grammar.tree;

import java.util.List;
import org.tidemark.grammar.source.Span;

/** {@code { y = x + 1; y * 2 }}: local definitions and the value. */
public record Block(List<Statement> definitions, Expression result, Span span)
    implements Expression {
  /** Copies its lists, so that the tree is immutable. */
  public Block {
    definitions = List.copyOf(definitions);
  }
}
