package org.tidemark.grammar;

import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.tree.Expression;

/**
 * What came of reading a single expression.
 *
 * @param expression the tree, absent where the text could not be read
 * @param diagnostics what was wrong, in the order of the text
 */
public record ExpressionResult(Optional<Expression> expression, List<Diagnostic> diagnostics) {
  /** Copies its list. */
  public ExpressionResult {
    diagnostics = List.copyOf(diagnostics);
  }
}
