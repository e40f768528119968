package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/**
 * {@code value |> stage}: the value becomes the first argument of the stage.
 *
 * @param stage a name, a member, a lambda, or a call that receives the value before its own
 *     arguments
 */
public record Pipe(Expression value, Expression stage, Span span) implements Expression {}
