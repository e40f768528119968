package org.tidemark.grammar.tree;

import java.util.List;
import org.tidemark.grammar.source.Span;

/** {@code correlate alpha, rent = 0.6}. */
public record CorrelateStatement(List<Expression> inputs, Expression correlation, Span span)
    implements Statement {
  /** Copies its lists, so that the tree is immutable. */
  public CorrelateStatement {
    inputs = List.copyOf(inputs);
  }
}
