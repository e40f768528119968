package org.tidemark.grammar.tree;

import java.util.Optional;
import org.tidemark.grammar.source.Span;

/**
 * {@code export "runs.csv" = value}, or {@code export "runs.svg" = plot value}.
 *
 * @param value what is written, where it is no plot
 * @param plot what is drawn, where it is no value
 */
public record ExportStatement(
    TextLiteral file, Optional<Expression> value, Optional<PlotStatement> plot, Span span)
    implements Statement {}
