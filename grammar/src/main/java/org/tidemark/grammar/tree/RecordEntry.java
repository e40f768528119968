package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/** {@code name: value}, or a name alone that stands for both. */
public record RecordEntry(Identifier name, Expression value, boolean shorthand, Span span)
    implements Node {}
