package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/** {@code date}, {@code text} or {@code bool}. */
public record SimpleType(String name, Span span) implements TypeExpression {}
