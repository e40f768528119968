package org.tidemark.cli;

import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;

/** Ends a command before it has begun: what is wrong, and the exit status. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;
  private final int status;

  Refusal(int status, List<Diagnostic> diagnostics) {
    super(diagnostics.get(0).message(), null, false, false);
    this.diagnostics = List.copyOf(diagnostics);
    this.status = status;
  }

  /** The command line is wrong. */
  static Refusal of(Diagnostic diagnostic) {
    return new Refusal(ExitStatus.COMMAND_LINE, List.of(diagnostic));
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  int status() {
    return status;
  }
}
