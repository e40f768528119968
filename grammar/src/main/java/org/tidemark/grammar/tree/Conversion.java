package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/** {@code value as unit}. */
public record Conversion(Expression value, TypeExpression unit, Span span) implements Expression {}
