package org.tidemark.grammar.token;

import org.tidemark.grammar.source.Span;

/** A stretch of text between spaces. */
public record Token(TokenKind kind, String text, Span span) {}
