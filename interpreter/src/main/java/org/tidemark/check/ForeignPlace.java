package org.tidemark.check;

import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.spi.foreign.ForeignProblem;

/** Shows, beside the place in a script, the one in a text of another language. */
public final class ForeignPlace {
  private ForeignPlace() {}

  /** A finding with the place of a problem, and with what the other language says of it. */
  public static Diagnostic shown(Diagnostic diagnostic, SourceText text, ForeignProblem problem) {
    if (problem.place().isEmpty()) {
      return diagnostic.withNote(problem.getMessage());
    }
    int length = text.text().length();
    int start = Math.max(0, Math.min(problem.place().get().start(), length));
    // what goes on over several lines is shown by its first one
    int line = text.line(start);
    int lineEnd = text.lineStart(line) + text.lineText(line).length();
    int end = Math.max(start, Math.min(problem.place().get().end(), lineEnd));
    return diagnostic.withLabel(text, new Span(start, end), problem.getMessage());
  }
}
