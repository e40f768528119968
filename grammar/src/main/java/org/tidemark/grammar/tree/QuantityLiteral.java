package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/**
 * A number and the one unit name that follows it on the same line, {@code 12 USD} or {@code 5 m^2}.
 *
 * @param number the number
 * @param unit a {@link NameReference}, or a power of one
 */
public record QuantityLiteral(NumberLiteral number, Expression unit, Span span)
    implements Expression {}
