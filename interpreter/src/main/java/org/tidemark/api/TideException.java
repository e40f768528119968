package org.tidemark.api;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.diagnostic.DiagnosticRenderer;
import org.tidemark.model.EvaluationFailure;
import org.tidemark.spi.Problem;

/**
 * A question has no answer: the script has errors, there is no such name, the unit measures
 * something else, the model has no solution, or somebody stopped the work. The message is what the
 * command prints, without colours.
 *
 * <pre>{@code
 * try {
 *   Tide.builder().build().compile("param r = 5 %/year").quantity("rate");
 * } catch (TideException e) {
 *   System.out.println(e.diagnostics().get(0).code());   // E0201
 * }
 * }</pre>
 */
public final class TideException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;
  private final boolean noSolution;
  private final boolean stopped;

  /** What is wrong; at least one. */
  public TideException(List<Diagnostic> diagnostics) {
    this(diagnostics, false, false, null);
  }

  private TideException(
      List<Diagnostic> diagnostics, boolean noSolution, boolean stopped, Throwable cause) {
    super(rendered(diagnostics), cause);
    this.diagnostics = List.copyOf(diagnostics);
    this.noSolution = noSolution;
    this.stopped = stopped;
  }

  private static String rendered(List<Diagnostic> diagnostics) {
    Objects.requireNonNull(diagnostics, "diagnostics");
    return diagnostics.stream()
        .map(diagnostic -> DiagnosticRenderer.render(diagnostic, false).stripTrailing())
        .collect(Collectors.joining("\n\n"));
  }

  /** What an evaluation ended with, as callers are told of it. */
  public static TideException of(EvaluationFailure failure) {
    Objects.requireNonNull(failure, "failure");
    return new TideException(
        List.of(failure.diagnostic()), failure.isNoSolution(), failure.isStopped(), failure);
  }

  static TideException of(Problem problem) {
    Diagnostic diagnostic = Diagnostic.error(problem.code(), problem.getMessage());
    for (String way : problem.help()) {
      diagnostic = diagnostic.withHelp(way);
    }
    return new TideException(List.of(diagnostic), problem.isNoSolution(), false, problem);
  }

  static TideException of(String code, String message, String help) {
    return new TideException(List.of(Diagnostic.error(code, message).withHelp(help)));
  }

  /** What is wrong, each with its stable code, its place where it has one, and ways out. */
  public List<Diagnostic> diagnostics() {
    return diagnostics == null ? List.of() : diagnostics;
  }

  /** The stable code of the first diagnostic, {@code "E0201"}. */
  public String code() {
    return diagnostics().isEmpty() ? "" : diagnostics().get(0).code();
  }

  /** Whether the script is right and its model has no solution. */
  public boolean isNoSolution() {
    return noSolution;
  }

  /** Whether the work was stopped from outside. */
  public boolean isStopped() {
    return stopped;
  }
}
