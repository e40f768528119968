package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/** {@code target.member}. */
public record MemberAccess(Expression target, Identifier member, Span span) implements Expression {}
