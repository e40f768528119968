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
    return problem
        .place()
        .map(place -> shown(diagnostic, text, place, problem.getMessage()))
        .orElseGet(() -> diagnostic.withNote(problem.getMessage()));
  }

  /** A finding with a place of a text of another language, and words of it. */
  public static Diagnostic shown(
      Diagnostic diagnostic, SourceText text, ForeignProblem.Place place, String words) {
    int length = text.text().length();
    int start = Math.max(0, Math.min(place.start(), length));
    // what goes on over several lines is shown by its first one
    int line = text.line(start);
    int lineEnd = text.lineStart(line) + text.lineText(line).length();
    int end = Math.max(start, Math.min(place.end(), lineEnd));
    return diagnostic.withLabel(text, new Span(start, end), words);
  }
}
