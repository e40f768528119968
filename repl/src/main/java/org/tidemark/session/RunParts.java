package org.tidemark.session;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.AssertOutcome;
import org.tidemark.model.ClaimOutcome;
import org.tidemark.model.Outcome;
import org.tidemark.model.PredictionOutcome;
import org.tidemark.model.Run;

/** What a run has to say, as parts of an answer. */
final class RunParts {
  private static final String STOPPED = "E0516";

  private RunParts() {}

  /**
   * Results, claims and predictions, exports and problems, in this order.
   *
   * @param declared the names whose claims and predictions are told
   * @param composition the script that was run
   * @param diagnostics what was said before it was run
   */
  static List<Part> of(
      Run now, Set<String> declared, Composition composition, List<Diagnostic> diagnostics) {
    Outcome outcome = now.outcome();
    List<Part> parts = new ArrayList<>();
    outcome.shown().forEach(one -> parts.add(new Part.Result(one)));
    List<ClaimOutcome> claims =
        outcome.claims().stream().filter(claim -> declared.contains(claim.name())).toList();
    if (!claims.isEmpty()) {
      parts.add(new Part.Claims(claims));
    }
    List<PredictionOutcome> predictions =
        outcome.predictions().stream().filter(one -> declared.contains(one.name())).toList();
    if (!predictions.isEmpty()) {
      parts.add(new Part.Predictions(predictions));
    }
    outcome.exports().forEach(export -> parts.add(new Part.Export(export)));
    Set<Diagnostic> problems = new LinkedHashSet<>(diagnostics);
    outcome.problems().forEach(problem -> problems.add(composition.told(problem)));
    for (AssertOutcome one : outcome.asserts()) {
      one.failure().map(composition::told).ifPresent(problems::add);
    }
    if (now.stopped()) {
      problems.add(stopped("it was done"));
    }
    problems.forEach(problem -> parts.add(new Part.Problem(problem)));
    return parts;
  }

  /** That something was stopped before what it was for. */
  static Diagnostic stopped(String before) {
    return Diagnostic.error(STOPPED, "stopped before " + before);
  }
}
