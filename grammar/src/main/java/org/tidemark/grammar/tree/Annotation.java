package org.tidemark.grammar.tree;

import java.util.List;
import org.tidemark.grammar.source.Span;

/** {@code @measured("source", url: "...")}. */
public record Annotation(Identifier name, List<Argument> arguments, Span span) implements Node {
  /** Copies its lists, so that the tree is immutable. */
  public Annotation {
    arguments = List.copyOf(arguments);
  }
}
