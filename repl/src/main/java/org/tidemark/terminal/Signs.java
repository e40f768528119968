package org.tidemark.terminal;

/** What the prompt says of itself. */
final class Signs {
  /** Before the first line of an entry. */
  static final String FIRST = "tide> ";

  /** Before each further line, of the same width. */
  static final String NEXT = "    | ";

  /** For somebody who presses Ctrl-C again although there is nothing to stop. */
  static final String HINT = "Ctrl-D or :quit leaves";

  private Signs() {}
}
