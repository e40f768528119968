package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/** A comment or a run of blank lines, kept so that a formatter can put it back. */
public record Trivia(TriviaKind kind, String text, Span span) implements Node {}
