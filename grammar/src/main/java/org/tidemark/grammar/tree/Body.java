package org.tidemark.grammar.tree;

import java.util.List;
import org.tidemark.grammar.source.Span;

/** The statements between the braces of a declaration. */
public record Body(List<Statement> statements, Span span) implements Node {
  /** Copies its lists, so that the tree is immutable. */
  public Body {
    statements = List.copyOf(statements);
  }
}
