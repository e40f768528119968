package org.tidemark.grammar.tree;

import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.source.Span;

/**
 * {@code import std.endogenous as e} or {@code import "./mine.tide" as mine}.
 *
 * @param module the dotted name, empty where a file is named
 * @param file the file, where one is named
 */
public record ImportStatement(
    List<Identifier> module, Optional<TextLiteral> file, Optional<Identifier> alias, Span span)
    implements Statement {
  /** Copies its lists, so that the tree is immutable. */
  public ImportStatement {
    module = List.copyOf(module);
  }
}
