package org.tidemark.session;

import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;

/**
 * A statement that a conversation keeps.
 *
 * @param text what it says, with the comment that documents it
 * @param source the entry or the file that it was written in
 * @param span where it stands there
 */
record Kept(String text, SourceText source, Span span) {
  static Kept of(SourceText source, Span span) {
    return new Kept(source.text(span), source, span);
  }

  /** Both, where one name stands for several statements. */
  Kept and(Kept second) {
    String both = text + "\n" + second.text;
    return new Kept(both, new SourceText(source.name(), both), new Span(0, both.length()));
  }

  /** The same under another text, which stands nowhere else. */
  Kept saying(String other) {
    return other.equals(text)
        ? this
        : new Kept(other, new SourceText(source.name(), other), new Span(0, other.length()));
  }
}
