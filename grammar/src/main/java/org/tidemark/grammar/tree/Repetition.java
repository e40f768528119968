package org.tidemark.grammar.tree;

import java.util.Optional;
import org.tidemark.grammar.source.Span;

/** {@code [5]} (no variable) or {@code [k in labs]} behind a declared name. */
public record Repetition(Optional<Identifier> variable, Expression source, Span span)
    implements Node {}
