package org.tidemark.grammar.tree;

import java.util.List;
import org.tidemark.grammar.source.Span;

/** {@code show a, label: b}. */
public record ShowStatement(List<ShowItem> items, Span span) implements Statement {
  /** Copies its lists, so that the tree is immutable. */
  public ShowStatement {
    items = List.copyOf(items);
  }
}
