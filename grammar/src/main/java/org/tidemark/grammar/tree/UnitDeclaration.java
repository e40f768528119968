package org.tidemark.grammar.tree;

import java.util.Optional;
import org.tidemark.grammar.source.Span;

/** {@code unit wafer} or {@code unit lot = 25 wafer}. */
public record UnitDeclaration(
    Optional<DocComment> doc, Identifier name, Optional<Expression> definition, Span span)
    implements Statement {}
