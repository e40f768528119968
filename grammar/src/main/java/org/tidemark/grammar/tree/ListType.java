package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/** {@code [element]}. */
public record ListType(TypeExpression element, Span span) implements TypeExpression {}
