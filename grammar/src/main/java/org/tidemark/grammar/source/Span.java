package org.tidemark.grammar.source;

/**
 * A half-open range of characters of one source text.
 *
 * @param start offset of the first character, from 0
 * @param end offset behind the last one; equal to {@code start} where the span is a point
 */
public record Span(int start, int end) {
  /** Refuses a span that ends before it starts. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("span " + start + ".." + end);
    }
  }

  /** From the start of this span to the end of the other. */
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** The number of characters. */
  public int length() {
    return end - start;
  }
}
