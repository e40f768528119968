package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/**
 * Two operands and the operator between them.
 *
 * @param operatorSpan where the operator stands, for messages that point at it
 */
public record BinaryOperation(
    BinaryOperator operator, Span operatorSpan, Expression left, Expression right, Span span)
    implements Expression {}
