package org.tidemark.model;

import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;

/**
 * What came of running a script.
 *
 * @param shown what it shows, in order
 * @param asserts its asserts, those in tests included
 * @param claims its claims
 * @param predictions its predictions
 * @param exports what it wants written to files
 * @param problems what could not be evaluated, each once
 * @param noSolution whether every problem is that the model has no solution
 */
public record Outcome(
    List<Shown> shown,
    List<AssertOutcome> asserts,
    List<ClaimOutcome> claims,
    List<PredictionOutcome> predictions,
    List<Exported> exports,
    List<Diagnostic> problems,
    boolean noSolution) {
  /** Copies its lists. */
  public Outcome {
    shown = List.copyOf(shown);
    asserts = List.copyOf(asserts);
    claims = List.copyOf(claims);
    predictions = List.copyOf(predictions);
    exports = List.copyOf(exports);
    problems = List.copyOf(problems);
  }

  /** Whether all asserts held. */
  public boolean allHeld() {
    return asserts.stream().allMatch(AssertOutcome::passed);
  }
}
