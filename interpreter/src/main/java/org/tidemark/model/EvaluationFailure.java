package org.tidemark.model;

import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.spi.NoValue;

/** An evaluation that ended without a value, with what to tell about it. */
public final class EvaluationFailure extends NoValue {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;
  private final boolean noSolution;
  private final boolean stopped;

  EvaluationFailure(Diagnostic diagnostic, boolean noSolution) {
    this(diagnostic, noSolution, false);
  }

  private EvaluationFailure(Diagnostic diagnostic, boolean noSolution, boolean stopped) {
    super(diagnostic.message());
    this.diagnostic = diagnostic;
    this.noSolution = noSolution;
    this.stopped = stopped;
  }

  static EvaluationFailure stopped() {
    return new EvaluationFailure(
        Diagnostic.error("E0516", "stopped before it was done"), false, true);
  }

  @Override
  public EvaluationFailure during(String when) {
    return new EvaluationFailure(diagnostic.withNote("that is " + when), noSolution, stopped);
  }

  /** What to tell. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }

  @Override
  public boolean isNoSolution() {
    return noSolution;
  }

  @Override
  public boolean isStopped() {
    return stopped;
  }
}
