package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/** The Markdown of the {@code ///} lines before a declaration. */
public record DocComment(String text, Span span) implements Node {}
