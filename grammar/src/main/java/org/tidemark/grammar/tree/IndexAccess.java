package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/** {@code target[index]}. */
public record IndexAccess(Expression target, Expression index, Span span) implements Expression {}
