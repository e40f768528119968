package org.tidemark.polyglot.interop;

import java.util.List;
import org.tidemark.api.TideException;
import org.tidemark.grammar.diagnostic.Diagnostic;

/** What is told of work that was ended from outside and cannot tell it itself. */
final class Stopped {
  private Stopped() {}

  /** As the interpreter says it. */
  static TideException failure() {
    return new TideException(List.of(Diagnostic.error("E0516", "stopped before it was done")));
  }
}
