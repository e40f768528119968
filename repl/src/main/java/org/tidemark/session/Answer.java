package org.tidemark.session;

import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.AssertOutcome;
import org.tidemark.model.ClaimOutcome;
import org.tidemark.model.Shown;

/**
 * What came of an entry at the prompt.
 *
 * @param accepted whether it could be read and checked, so that its definitions are kept
 * @param shown what it shows
 * @param asserts its asserts
 * @param claims its claims
 * @param diagnostics what was wrong with it, warnings included
 */
public record Answer(
    boolean accepted,
    List<Shown> shown,
    List<AssertOutcome> asserts,
    List<ClaimOutcome> claims,
    List<Diagnostic> diagnostics) {
  /** Copies its lists. */
  public Answer {
    shown = List.copyOf(shown);
    asserts = List.copyOf(asserts);
    claims = List.copyOf(claims);
    diagnostics = List.copyOf(diagnostics);
  }

  static Answer refused(List<Diagnostic> diagnostics) {
    return new Answer(false, List.of(), List.of(), List.of(), diagnostics);
  }
}
