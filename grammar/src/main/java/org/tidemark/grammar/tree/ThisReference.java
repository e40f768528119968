package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/** {@code this}: the innermost enclosing model, else the script. */
public record ThisReference(Span span) implements Expression {}
