package org.tidemark.grammar.source;

/**
 * A span together with the text that it belongs to.
 *
 * @param source the text
 * @param span the place in it
 */
public record Location(SourceText source, Span span) {
  /** {@code file:line:column} of its start. */
  public String describe() {
    return source.name() + ":" + source.line(span.start()) + ":" + source.column(span.start());
  }
}
