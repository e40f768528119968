package org.tidemark.grammar.tree;

import java.util.List;
import org.tidemark.grammar.source.Span;

/** The cells of one row of an inline table. */
public record TableRow(List<Expression> cells, Span span) implements Node {
  /** Copies its lists, so that the tree is immutable. */
  public TableRow {
    cells = List.copyOf(cells);
  }
}
