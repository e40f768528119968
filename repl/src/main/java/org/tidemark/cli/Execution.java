package org.tidemark.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import org.tidemark.api.Limits;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.AssertOutcome;
import org.tidemark.model.Outcome;
import org.tidemark.render.JsonReport;
import org.tidemark.render.Report;

/** What the commands that compile scripts have in common. */
final class Execution {
  private Execution() {}

  static Tide tide() {
    return Tide.builder().plugins(PluginPlaces.all()).build();
  }

  static Program compile(Tide tide, ScriptFile script) {
    return tide.compile(script.name(), script.text(), script.folder());
  }

  /** Does a command; where it prints JSON, what is wrong with the command line is told so too. */
  static int refusable(boolean json, Console console, IntSupplier command) {
    try {
      return command.getAsInt();
    } catch (Refusal refusal) {
      if (json) {
        console.result(JsonReport.of(Report.of(refusal.diagnostics())));
      }
      throw refusal;
    }
  }

  /** What could not be evaluated and which asserts failed, each once. */
  static List<Diagnostic> problems(Outcome outcome) {
    Set<Diagnostic> problems = new LinkedHashSet<>(outcome.problems());
    for (AssertOutcome outcomeOfAssert : outcome.asserts()) {
      outcomeOfAssert.failure().ifPresent(problems::add);
    }
    return new ArrayList<>(problems);
  }

  /** The status of a script that could not be compiled. */
  static int status(List<Diagnostic> found) {
    return found.stream().anyMatch(one -> Limits.isReached(one.code()))
        ? ExitStatus.LIMIT
        : ExitStatus.WRONG;
  }

  static int status(Outcome outcome) {
    if (status(outcome.problems()) == ExitStatus.LIMIT) {
      return ExitStatus.LIMIT;
    }
    if (!outcome.problems().isEmpty()) {
      return outcome.noSolution() ? ExitStatus.NO_SOLUTION : ExitStatus.WRONG;
    }
    return outcome.allHeld() ? ExitStatus.FINE : ExitStatus.FAILED;
  }
}
