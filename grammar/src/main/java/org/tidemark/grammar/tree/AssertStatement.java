package org.tidemark.grammar.tree;

import java.util.Optional;
import org.tidemark.grammar.source.Span;

/** {@code assert condition, "message"}. */
public record AssertStatement(Expression condition, Optional<Expression> message, Span span)
    implements Statement {}
