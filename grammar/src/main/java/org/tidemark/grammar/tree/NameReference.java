package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/** A name where a value, a unit or a function is meant; {@code %} is a name too. */
public record NameReference(String name, Span span) implements Expression {}
