package org.tidemark.terminal;

import java.io.InputStream;
import java.io.PrintStream;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.diagnostic.DiagnosticRenderer;
import org.tidemark.render.PlainText;

/**
 * Where a conversation is read from and written to.
 *
 * @param in what is typed, UTF-8
 * @param out results, UTF-8
 * @param err everything else, UTF-8
 * @param colour whether problems may be coloured
 */
public record Streams(InputStream in, PrintStream out, PrintStream err, boolean colour) {
  /** Writes results, or text of the prompt itself. */
  void result(String text) {
    err.flush();
    out.print(text);
    out.flush();
  }

  /** Writes a line that is no result. */
  void say(String line) {
    out.flush();
    err.print(PlainText.lines(line).concat("\n"));
    err.flush();
  }

  /** Writes what is neither a result nor a line of its own. */
  void aside(String text) {
    err.print(text);
    err.flush();
  }

  /** Writes problems, apart from each other by empty lines. */
  void report(Iterable<Diagnostic> problems) {
    out.flush();
    boolean first = true;
    for (Diagnostic problem : problems) {
      err.print(first ? "" : "\n");
      err.print(DiagnosticRenderer.render(problem, colour));
      first = false;
    }
    err.flush();
  }
}
