package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/**
 * A number without its unit, {@code 2.5e-3}.
 *
 * @param value the nearest double
 * @param text the number as written, underscores included
 */
public record NumberLiteral(double value, String text, Span span) implements Expression {}
