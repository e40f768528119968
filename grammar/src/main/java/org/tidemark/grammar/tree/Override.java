package org.tidemark.grammar.tree;

import java.util.List;
import org.tidemark.grammar.source.Span;

/** {@code path = value} inside {@code with { }}. */
public record Override(List<Identifier> path, Expression value, Span span) implements Node {
  /** Copies its lists, so that the tree is immutable. */
  public Override {
    path = List.copyOf(path);
  }
}
