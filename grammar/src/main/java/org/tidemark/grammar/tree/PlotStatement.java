package org.tidemark.grammar.tree;

import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.source.Span;

/**
 * {@code plot f(Q) over Q in 1 EB .. 200 EB @log("x")}.
 *
 * @param variable what the items are functions of
 * @param domain the interval of the variable, present with it
 * @param wishes how the chart is to look
 */
public record PlotStatement(
    List<ShowItem> items,
    Optional<Identifier> variable,
    Optional<Expression> domain,
    List<Annotation> wishes,
    Span span)
    implements Statement {
  /** Copies its lists, so that the tree is immutable. */
  public PlotStatement {
    items = List.copyOf(items);
    wishes = List.copyOf(wishes);
  }
}
