package org.tidemark.grammar.tree;

import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.source.Span;

/**
 * {@code name = value}, with {@code param} or {@code let} before it where it is one.
 *
 * @param type the annotation after the colon
 * @param bounds the interval after {@code in}, where the value is bounded
 */
public record Definition(
    Optional<DocComment> doc,
    DefinitionRole role,
    Identifier name,
    Optional<TypeExpression> type,
    Expression value,
    Optional<RangeExpression> bounds,
    List<Annotation> annotations,
    Span span)
    implements Statement {
  /** Copies its lists, so that the tree is immutable. */
  public Definition {
    annotations = List.copyOf(annotations);
  }
}
