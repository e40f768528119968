package org.tidemark.grammar.tree;

import java.util.Optional;
import org.tidemark.grammar.source.Span;

/** {@code from .. to} or {@code from .. to by step}. */
public record RangeExpression(Expression from, Expression to, Optional<Expression> step, Span span)
    implements Expression {}
