package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/** {@code true} or {@code false}. */
public record BoolLiteral(boolean value, Span span) implements Expression {}
