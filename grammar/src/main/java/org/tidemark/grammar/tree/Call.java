package org.tidemark.grammar.tree;

import java.util.List;
import org.tidemark.grammar.source.Span;

/** {@code callee(arguments)}. */
public record Call(Expression callee, List<Argument> arguments, Span span) implements Expression {
  /** Copies its lists, so that the tree is immutable. */
  public Call {
    arguments = List.copyOf(arguments);
  }
}
