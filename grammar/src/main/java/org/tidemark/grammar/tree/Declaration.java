package org.tidemark.grammar.tree;

import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.source.Span;

/**
 * {@code kind name ...}: anything that a kind declares, {@code model}, {@code firm}, {@code state}
 * and {@code test} included.
 *
 * @param kind the kind, a plain name
 * @param name absent only where a title stands for it
 * @param title the text after the name
 * @param repetition {@code [5]} or {@code [k in list]}
 * @param base what {@code extends} names
 * @param target what {@code on} names
 * @param condition what follows {@code when}
 * @param type the annotation after the colon
 * @param value what follows {@code =}
 * @param bounds the interval after {@code in}
 * @param body the statements between the braces, absent where there are none
 */
public record Declaration(
    Optional<DocComment> doc,
    Identifier kind,
    Optional<Identifier> name,
    Optional<TextLiteral> title,
    Optional<Repetition> repetition,
    Optional<Expression> base,
    Optional<Expression> target,
    Optional<Expression> condition,
    Optional<TypeExpression> type,
    Optional<Expression> value,
    Optional<RangeExpression> bounds,
    Optional<Body> body,
    List<Annotation> annotations,
    Span span)
    implements Statement {
  /** Copies its lists, so that the tree is immutable. */
  public Declaration {
    annotations = List.copyOf(annotations);
  }
}
