package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/** {@code export "runs.csv" = value}. */
public record ExportStatement(TextLiteral file, Expression value, Span span) implements Statement {}
