package org.tidemark.grammar.reader;

/** A statement has no tree; why has been reported. */
final class Reported extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Reported() {
    super(null, null, false, false);
  }
}
