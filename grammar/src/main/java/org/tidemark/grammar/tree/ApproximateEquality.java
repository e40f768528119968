package org.tidemark.grammar.tree;

import java.util.Optional;
import org.tidemark.grammar.source.Span;

/** {@code left ≈ right within tolerance}. */
public record ApproximateEquality(
    Expression left, Expression right, Optional<Expression> tolerance, Span span)
    implements Expression {}
