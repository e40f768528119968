package org.tidemark.grammar.tree;

import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.source.Span;

/** {@code plot f(Q) over Q in 1 EB .. 200 EB}. */
public record PlotStatement(
    List<ShowItem> items, Optional<Identifier> variable, Optional<Expression> domain, Span span)
    implements Statement {
  /** Copies its lists, so that the tree is immutable. */
  public PlotStatement {
    items = List.copyOf(items);
  }
}
