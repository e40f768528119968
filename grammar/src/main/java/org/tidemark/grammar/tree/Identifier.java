package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/** A name where it is introduced or selected. */
public record Identifier(String name, Span span) implements Node {}
