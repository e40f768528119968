package org.tidemark.fuzz;

import java.util.List;
import java.util.stream.Collectors;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.diagnostic.DiagnosticRenderer;
import org.tidemark.grammar.diagnostic.Label;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.Unseen;

/** What every diagnostic has to fulfil, whatever it is about. */
final class Wording {
  private static final List<String> FOREIGN =
      List.of(
          "org.antlr", "org.tidemark.", "java.lang", "java.util", "mismatched input", "no viable");

  private Wording() {}

  /**
   * All diagnostics as a terminal shows them.
   *
   * @throws AssertionError where one points outside of its text, says nothing, holds characters
   *     that a terminal obeys, or speaks of what is below
   */
  static String of(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Wording::of).collect(Collectors.joining());
  }

  private static String of(Diagnostic diagnostic) {
    diagnostic.location().ifPresent(location -> check(location, diagnostic));
    for (Label label : diagnostic.labels()) {
      check(label.location(), diagnostic);
    }
    require(diagnostic.code().matches("[EW]\\d{4}"), "has no code", diagnostic);
    require(!diagnostic.message().isBlank(), "says nothing", diagnostic);
    String shown = DiagnosticRenderer.render(diagnostic, false);
    for (String foreign : FOREIGN) {
      // a script may hold the word itself
      boolean own =
          diagnostic.location().isPresent()
              && diagnostic.location().get().source().text().contains(foreign);
      require(own || !shown.contains(foreign), "says " + foreign, diagnostic);
    }
    require(
        shown.chars().noneMatch(c -> c != '\n' && c != '\t' && Unseen.is(c)),
        "holds what a terminal obeys",
        diagnostic);
    DiagnosticRenderer.render(diagnostic, true);
    return shown;
  }

  private static void check(Location location, Diagnostic diagnostic) {
    int length = location.source().text().length();
    require(location.span().end() <= length, "points outside of the text", diagnostic);
    require(!location.describe().isEmpty(), "has no place", diagnostic);
  }

  private static void require(boolean holds, String complaint, Diagnostic diagnostic) {
    if (!holds) {
      throw new AssertionError("a diagnostic " + complaint + ": " + diagnostic);
    }
  }
}
