package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/** {@code if condition then consequence else alternative}. */
public record Conditional(
    Expression condition, Expression consequence, Expression alternative, Span span)
    implements Expression {}
