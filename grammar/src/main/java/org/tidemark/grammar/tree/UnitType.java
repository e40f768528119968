package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/**
 * A type that is a unit expression, {@code USD/GB}, {@code 1}, {@code %}.
 *
 * @param unit made of {@link NameReference}, {@link NumberLiteral} and the operators {@code * / ^}
 *     only
 */
public record UnitType(Expression unit, Span span) implements TypeExpression {}
