package org.tidemark.grammar.tree;

import java.util.Optional;
import org.tidemark.grammar.source.Span;

/** {@code value} or {@code label: value} in {@code show} and {@code plot}. */
public record ShowItem(Optional<Identifier> label, Expression value, Span span) implements Node {}
