package org.tidemark.grammar.tree;

import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.source.Span;

/** {@code fn name(a: unit, b) -> unit = body}; a foreign function has a file instead of a body. */
public record FunctionDeclaration(
    Optional<DocComment> doc,
    Identifier name,
    List<Parameter> parameters,
    Optional<TypeExpression> result,
    Optional<Expression> body,
    Optional<TextLiteral> foreignFile,
    List<Annotation> annotations,
    Span span)
    implements Statement {
  /** Copies its lists, so that the tree is immutable. */
  public FunctionDeclaration {
    parameters = List.copyOf(parameters);
    annotations = List.copyOf(annotations);
  }
}
