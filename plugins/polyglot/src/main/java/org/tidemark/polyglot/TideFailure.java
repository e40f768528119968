package org.tidemark.polyglot;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.diagnostic.DiagnosticRenderer;

/** What is wrong with a script, or with what is asked of it, as guests and embedders see it. */
public final class TideFailure extends AbstractTruffleException {
  private static final long serialVersionUID = 1L;

  TideFailure(List<Diagnostic> diagnostics) {
    super(text(diagnostics));
  }

  private static String text(List<Diagnostic> diagnostics) {
    StringBuilder text = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.isError()) {
        text.append(DiagnosticRenderer.render(diagnostic, false));
      }
    }
    return text.toString().strip();
  }
}
