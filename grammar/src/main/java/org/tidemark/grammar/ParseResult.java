package org.tidemark.grammar;

import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.tree.Script;

/**
 * What came of reading a text.
 *
 * @param script the tree, always there; statements that could not be read are in it as {@code
 *     InvalidStatement}
 * @param diagnostics what was wrong, in the order of the text
 */
public record ParseResult(Script script, List<Diagnostic> diagnostics) {
  /** Copies its list. */
  public ParseResult {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether the text is free of syntax errors. */
  public boolean isClean() {
    return diagnostics.stream().noneMatch(Diagnostic::isError);
  }
}
