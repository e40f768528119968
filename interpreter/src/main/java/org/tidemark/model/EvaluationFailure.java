package org.tidemark.model;

import org.tidemark.grammar.diagnostic.Diagnostic;

/** An evaluation that ended without a value, with what to tell about it. */
public final class EvaluationFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;
  private final boolean noSolution;
  private final boolean stopped;

  EvaluationFailure(Diagnostic diagnostic, boolean noSolution) {
    this(diagnostic, noSolution, false);
  }

  private EvaluationFailure(Diagnostic diagnostic, boolean noSolution, boolean stopped) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
    this.noSolution = noSolution;
    this.stopped = stopped;
  }

  static EvaluationFailure stopped() {
    return new EvaluationFailure(
        Diagnostic.error("E0516", "stopped before it was done"), false, true);
  }

  /** What to tell. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }

  /** Whether the model has no solution, rather than the script being wrong. */
  public boolean isNoSolution() {
    return noSolution;
  }

  /** Whether somebody asked the evaluation to stop. */
  public boolean isStopped() {
    return stopped;
  }
}
