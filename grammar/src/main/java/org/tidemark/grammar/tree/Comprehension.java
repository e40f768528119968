package org.tidemark.grammar.tree;

import java.util.Optional;
import org.tidemark.grammar.source.Span;

/** {@code [element for variable in source if condition]}. */
public record Comprehension(
    Expression element,
    Identifier variable,
    Expression source,
    Optional<Expression> condition,
    Span span)
    implements Expression {}
