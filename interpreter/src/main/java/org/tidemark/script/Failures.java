package org.tidemark.script;

import java.util.List;
import javax.script.ScriptException;
import org.tidemark.api.TideException;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.Location;

/** Errors as {@code javax.script} has them: with file, line and column. */
final class Failures {
  private Failures() {}

  static ScriptException of(List<Diagnostic> diagnostics) {
    return of(new TideException(diagnostics.stream().filter(Diagnostic::isError).toList()));
  }

  static ScriptException of(TideException failure) {
    ScriptException exception =
        failure.diagnostics().stream()
            .flatMap(diagnostic -> diagnostic.location().stream())
            .findFirst()
            .map(location -> at(failure, location))
            .orElseGet(() -> new ScriptException(failure.getMessage()));
    exception.initCause(failure);
    return exception;
  }

  private static ScriptException at(TideException failure, Location location) {
    int offset = location.span().start();
    return new ScriptException(
        // what ScriptException adds then begins a line of its own
        failure.getMessage() + "\n",
        location.source().name(),
        location.source().line(offset),
        location.source().column(offset));
  }
}
