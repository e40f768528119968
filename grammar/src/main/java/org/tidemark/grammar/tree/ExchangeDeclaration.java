package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/** {@code exchange EUR = 1.08 USD}. */
public record ExchangeDeclaration(Identifier currency, Expression rate, Span span)
    implements Statement {}
