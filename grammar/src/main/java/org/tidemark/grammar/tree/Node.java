package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/** A node of the syntax tree; immutable. */
public sealed interface Node
    permits Expression,
        Statement,
        TypeExpression,
        Identifier,
        Argument,
        TableRow,
        Override,
        RecordEntry,
        Parameter,
        Annotation,
        Repetition,
        Body,
        ShowItem,
        DocComment,
        Trivia,
        Script {
  /** Where it stands in the text. */
  Span span();
}
