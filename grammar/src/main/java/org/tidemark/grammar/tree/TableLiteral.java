package org.tidemark.grammar.tree;

import java.util.List;
import org.tidemark.grammar.source.Span;

/**
 * {@code table(on: date, usd: USD/GB) { 2024, 15; 2025, 12 }}.
 *
 * @param header the call that names the columns and their units
 * @param rows the cells
 */
public record TableLiteral(Call header, List<TableRow> rows, Span span) implements Expression {
  /** Copies its lists, so that the tree is immutable. */
  public TableLiteral {
    rows = List.copyOf(rows);
  }
}
