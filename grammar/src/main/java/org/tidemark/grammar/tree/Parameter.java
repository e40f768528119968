package org.tidemark.grammar.tree;

import java.util.Optional;
import org.tidemark.grammar.source.Span;

/** A parameter of a function, {@code a: USD/GB} or {@code a = 3}. */
public record Parameter(
    Identifier name, Optional<TypeExpression> type, Optional<Expression> defaultValue, Span span)
    implements Node {}
