package org.tidemark.grammar.tree;

import java.util.List;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;

/** A whole script: its statements in order, and what stands between them. */
public record Script(SourceText source, List<Statement> statements, List<Trivia> trivia, Span span)
    implements Node {
  /** Copies its lists, so that the tree is immutable. */
  public Script {
    statements = List.copyOf(statements);
    trivia = List.copyOf(trivia);
  }
}
