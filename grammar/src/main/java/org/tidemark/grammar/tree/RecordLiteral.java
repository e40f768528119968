package org.tidemark.grammar.tree;

import java.util.List;
import org.tidemark.grammar.source.Span;

/** {@code {a: 1, b: 2}}. */
public record RecordLiteral(List<RecordEntry> entries, Span span) implements Expression {
  /** Copies its lists, so that the tree is immutable. */
  public RecordLiteral {
    entries = List.copyOf(entries);
  }
}
