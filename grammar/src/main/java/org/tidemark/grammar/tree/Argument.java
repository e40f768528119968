package org.tidemark.grammar.tree;

import java.util.Optional;
import org.tidemark.grammar.source.Span;

/** {@code value} or {@code name: value} in a call. */
public record Argument(Optional<Identifier> name, Expression value, Span span) implements Node {}
