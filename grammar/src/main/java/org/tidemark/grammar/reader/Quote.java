package org.tidemark.grammar.reader;

import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;

/** Pieces of a script inside a message. */
final class Quote {
  private static final int MOST = 40;

  private Quote() {}

  /** The text of a span, cut where it is long. */
  static String of(SourceText source, Span span) {
    if (span.length() <= MOST) {
      return source.text(span);
    }
    int end = span.start() + MOST;
    if (Character.isHighSurrogate(source.text().charAt(end - 1))) {
      end--;
    }
    return source.text().substring(span.start(), end) + "…";
  }
}
