package org.tidemark.session;

import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;

/**
 * What came of an entry or a command.
 *
 * @param accepted whether it could be read and checked, so that its definitions are kept
 * @param parts what there is to show, in order
 * @param leaves whether the conversation ends here
 */
public record Answer(boolean accepted, List<Part> parts, boolean leaves) {
  /** Copies its list. */
  public Answer {
    parts = List.copyOf(parts);
  }

  static Answer refused(List<Diagnostic> diagnostics) {
    return new Answer(
        false, diagnostics.stream().map(d -> (Part) new Part.Problem(d)).toList(), false);
  }

  /** What was wrong, warnings included. */
  public List<Diagnostic> diagnostics() {
    return parts.stream()
        .filter(Part.Problem.class::isInstance)
        .map(part -> ((Part.Problem) part).diagnostic())
        .toList();
  }
}
