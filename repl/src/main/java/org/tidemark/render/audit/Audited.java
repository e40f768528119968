package org.tidemark.render.audit;

import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.ClaimOutcome;

/**
 * A module, or a script, whose claims were worked out.
 *
 * @param name of the module, or of the file
 * @param claims in the order of its text
 * @param diagnostics what was wrong with it
 */
public record Audited(String name, List<ClaimOutcome> claims, List<Diagnostic> diagnostics) {
  /** Copies its lists. */
  public Audited {
    claims = List.copyOf(claims);
    diagnostics = List.copyOf(diagnostics);
  }
}
