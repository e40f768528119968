package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/** {@code -x} or {@code not x}. */
public record UnaryOperation(UnaryOperator operator, Expression operand, Span span)
    implements Expression {}
