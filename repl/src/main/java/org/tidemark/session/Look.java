package org.tidemark.session;

import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.Origin;
import org.tidemark.model.Result;
import org.tidemark.spi.type.Type;

/**
 * What came of looking at an expression for a command.
 *
 * @param problems what was wrong
 * @param type its type; absent where it could not be checked
 * @param result its value; absent where it was not or could not be worked out
 * @param origin where the value comes from
 * @param seconds how long working it out took
 */
public record Look(
    List<Diagnostic> problems,
    Optional<Type> type,
    Optional<Result> result,
    Optional<Origin> origin,
    double seconds) {
  /** Copies its list. */
  public Look {
    problems = List.copyOf(problems);
  }

  static Look failed(List<Diagnostic> problems) {
    return new Look(problems, Optional.empty(), Optional.empty(), Optional.empty(), 0);
  }

  /** An answer that says what was wrong. */
  public Answer refusal() {
    return Answer.refused(problems);
  }
}
