package org.tidemark.grammar.reader;

import org.tidemark.grammar.diagnostic.Diagnostic;

/** A typical mistake and how to tell it. */
interface Slip {
  /** What to say, or null where it is another mistake. */
  Diagnostic explain(Failure failure);
}
