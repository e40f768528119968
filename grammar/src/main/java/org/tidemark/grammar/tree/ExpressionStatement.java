package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/** A bare expression, which prints. */
public record ExpressionStatement(Expression expression, Span span) implements Statement {}
