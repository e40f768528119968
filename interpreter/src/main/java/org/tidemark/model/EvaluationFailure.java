package org.tidemark.model;

import java.util.Set;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.limit.Limit;
import org.tidemark.grammar.limit.LimitReached;
import org.tidemark.grammar.source.Location;
import org.tidemark.spi.NoValue;

/** An evaluation that ended without a value, with what to tell about it. */
public final class EvaluationFailure extends NoValue {
  private static final long serialVersionUID = 1L;

  private static final String NOT_BEGUN = "E0580";

  /** Calls too deep and lists too long: limits of the work, not of the model. */
  private static final Set<String> LIMITS = Set.of("E0504", "E0505", "E0516");

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

  /** One with a message at a place, and what helps. */
  static EvaluationFailure at(Location location, String code, String message, String... help) {
    Diagnostic diagnostic = Diagnostic.error(code, message, location.source(), location.span());
    for (String way : help) {
      diagnostic = diagnostic.withHelp(way);
    }
    return new EvaluationFailure(diagnostic, false);
  }

  static EvaluationFailure stopped() {
    return new EvaluationFailure(
        Diagnostic.error("E0516", "stopped before it was done"), false, true);
  }

  /** Somebody's limit is reached: everything ends, as where it is stopped. */
  static EvaluationFailure limited(LimitReached reached) {
    return new EvaluationFailure(reached.diagnostic(), false, true);
  }

  /** Whether it ends everything because a limit was reached. */
  boolean isLimit() {
    return stopped && Limit.isCode(diagnostic.code());
  }

  /** Some work that is not done because the run was asked to end. */
  static EvaluationFailure notBegun(String what, Location location) {
    return new EvaluationFailure(
        Diagnostic.error(
                NOT_BEGUN,
                what.concat(" was not begun, since the run was stopped"),
                location.source(),
                location.span())
            .withHelp("run it again to have it"),
        false);
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
  public boolean isRefusal() {
    String code = diagnostic.code();
    boolean ofTheModel = code.startsWith("E04") || code.startsWith("E05") || code.startsWith("E06");
    return ofTheModel && !isPassing() && !LIMITS.contains(code);
  }

  @Override
  public boolean isStopped() {
    return stopped;
  }

  @Override
  public boolean isPassing() {
    return stopped || diagnostic.code().equals(NOT_BEGUN);
  }
}
