package org.tidemark.grammar.diagnostic;

import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;

/**
 * An underlined stretch of one line.
 *
 * @param line from 1
 * @param from first character in the line, from 0
 * @param to behind the last one
 * @param primary whether the message is about it
 * @param text what stands under it, may be empty
 */
record Mark(SourceText source, int line, int from, int to, boolean primary, String text) {
  /** Of a span over several lines, the part on the first is marked. */
  static Mark of(Location location, boolean primary, String text) {
    SourceText source = location.source();
    int length = source.text().length();
    int start = Math.min(location.span().start(), length);
    int line = source.line(start);
    int from = start - source.lineStart(line);
    int lineLength = source.lineText(line).length();
    int to = Math.min(location.span().end() - source.lineStart(line), Math.max(lineLength, from));
    return new Mark(source, line, from, Math.max(to, from), primary, text);
  }
}
