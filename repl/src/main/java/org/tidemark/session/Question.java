package org.tidemark.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.api.Program;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.Result;
import org.tidemark.model.Run;

/**
 * An expression that is looked at, with the script that answers it.
 *
 * @param composition the script as text
 * @param program the script; absent where the expression is not sound
 * @param problems what is said of it before it is evaluated
 */
record Question(Composition composition, Optional<Program> program, List<Diagnostic> problems) {
  /** Its type alone. */
  Look unanswered() {
    return program
        .map(
            sound ->
                new Look(
                    problems,
                    sound.shownTypes().stream().findFirst(),
                    Optional.empty(),
                    Optional.empty(),
                    0))
        .orElseGet(() -> Look.failed(problems));
  }

  /**
   * What came of it.
   *
   * @param run of its program
   * @param from when that began, in nanoseconds of {@link System#nanoTime}
   */
  Look answered(Run run, long from) {
    double seconds = (System.nanoTime() - from) * 1e-9;
    List<Diagnostic> all = new ArrayList<>(problems);
    run.problems().forEach(problem -> all.add(composition.told(problem)));
    if (run.stopped()) {
      all.add(RunParts.stopped("it was done"));
    }
    Optional<Result> result = run.results().stream().findFirst();
    return new Look(all, result.map(Result::type), result, result.map(run::origin), seconds);
  }

  /** From nothing, and again with what that has made known; once where the first fails. */
  List<Look> twice() {
    if (program.isEmpty()) {
      return List.of(Look.failed(problems));
    }
    long from = System.nanoTime();
    Run cold = program.get().start(Optional.empty());
    Look first = answered(cold, from);
    if (first.result().isEmpty()) {
      return List.of(first);
    }
    long again = System.nanoTime();
    return List.of(first, answered(program.get().start(Optional.of(cold)), again));
  }
}
