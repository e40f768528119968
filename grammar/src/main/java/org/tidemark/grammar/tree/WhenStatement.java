package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/**
 * {@code when condition { name = value }} in a process.
 *
 * @param once whether it fires at most once
 */
public record WhenStatement(Expression condition, boolean once, Body body, Span span)
    implements Statement {}
