package org.tidemark.render;

import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.AssertOutcome;
import org.tidemark.model.ClaimOutcome;
import org.tidemark.model.PredictionOutcome;
import org.tidemark.model.Shown;

/**
 * All that there is to say of a run.
 *
 * @param shown what the script shows, in order
 * @param asserts its asserts
 * @param claims its claims
 * @param predictions its predictions
 * @param exports the files that it wrote, as it names them
 * @param diagnostics what was wrong with it, warnings included
 */
public record Report(
    List<Shown> shown,
    List<AssertOutcome> asserts,
    List<ClaimOutcome> claims,
    List<PredictionOutcome> predictions,
    List<String> exports,
    List<Diagnostic> diagnostics) {
  /** Copies its lists. */
  public Report {
    shown = List.copyOf(shown);
    asserts = List.copyOf(asserts);
    claims = List.copyOf(claims);
    predictions = List.copyOf(predictions);
    exports = List.copyOf(exports);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Of a script that was not run. */
  public static Report of(List<Diagnostic> diagnostics) {
    return new Report(List.of(), List.of(), List.of(), List.of(), List.of(), diagnostics);
  }
}
