package org.tidemark.grammar.reader;

import org.tidemark.grammar.antlr.TideTokens;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;

/** A statement and the first of its tokens that fits nowhere. */
final class Failure {
  /** The type of what stands behind the last token of the statement. */
  static final int END = TideTokens.EOF;

  final SourceText source;
  final int from;
  final int to;
  final int at;
  private final Lexeme[] tokens;

  Failure(SourceText source, LaidOut laidOut, int from, int to, int at) {
    this.source = source;
    this.tokens = laidOut.tokens();
    this.from = from;
    this.to = to;
    this.at = Math.min(at, to);
  }

  /** The type of a token, {@link #END} outside the statement. */
  int type(int index) {
    return index < from || index >= to ? END : tokens[index].getType();
  }

  /** The type of the token that fits nowhere. */
  int type() {
    return type(at);
  }

  /** The type of the one before. */
  int before() {
    return type(at - 1);
  }

  Span span(int index) {
    if (index >= to) {
      int end = to > from ? tokens[to - 1].end() : tokens[to].getStartIndex();
      return new Span(end, end);
    }
    return tokens[index].span();
  }

  Span span() {
    return span(at);
  }

  String text(int index) {
    if (index >= to || index < from) {
      return "";
    }
    int type = tokens[index].getType();
    if (type == TideTokens.TEXT_OPEN || type == TideTokens.TEXT_CLOSE) {
      return wholeText(index, type == TideTokens.TEXT_OPEN ? 1 : -1);
    }
    return Quote.of(source, tokens[index].span());
  }

  private String wholeText(int index, int step) {
    int other = step > 0 ? TideTokens.TEXT_CLOSE : TideTokens.TEXT_OPEN;
    int i = index + step;
    while (i > from && i < to - 1 && tokens[i].getType() != other) {
      i += step;
    }
    return text(Math.min(i, index), Math.max(i, index) + 1);
  }

  String text() {
    return text(at);
  }

  /** The text from one token up to before another, shortened where it is long. */
  String text(int first, int behind) {
    if (behind <= first) {
      return "";
    }
    int start = tokens[first].getStartIndex();
    int end = Math.max(start, tokens[behind - 1].end());
    return end - start > 30 || source.line(start) != source.line(end)
        ? "…"
        : source.text(new Span(start, end));
  }

  /** The bracket around a token, or -1. */
  int opener(int index) {
    int depth = 0;
    for (int i = Math.min(index, to) - 1; i >= from; i--) {
      int type = type(i);
      if (isCloser(type)) {
        depth++;
      } else if (isOpener(type) && depth-- == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The nearest token before, on the same level and in the same part of it, of certain types. */
  int back(int index, TypeTest wanted) {
    int depth = 0;
    for (int i = Math.min(index, to) - 1; i >= from; i--) {
      int type = type(i);
      if (isCloser(type)) {
        depth++;
      } else if (isOpener(type)) {
        if (depth-- == 0) {
          return -1;
        }
      } else if (depth == 0) {
        if (wanted.holds(type)) {
          return i;
        }
        if (type == TideTokens.COMMA
            || type == TideTokens.SEMICOLON
            || type == TideTokens.NEWLINE) {
          return -1;
        }
      }
    }
    return -1;
  }

  /** Whether a token of a type stands before the failure, outside all brackets. */
  boolean has(int type) {
    int depth = 0;
    for (int i = from; i < at; i++) {
      int found = type(i);
      if (isOpener(found)) {
        depth++;
      } else if (isCloser(found)) {
        depth--;
      } else if (depth == 0 && found == type) {
        return true;
      }
    }
    return false;
  }

  boolean endsBefore() {
    return Words.canEnd(before());
  }

  Diagnostic error(String code, String message) {
    return Diagnostic.error(code, message, source, span());
  }

  Diagnostic error(String code, String message, Span place) {
    return Diagnostic.error(code, message, source, place);
  }

  static boolean isOpener(int type) {
    return switch (type) {
      case TideTokens.OPEN_PAREN,
          TideTokens.OPEN_LAMBDA,
          TideTokens.OPEN_BRACKET,
          TideTokens.OPEN_BODY,
          TideTokens.OPEN_BLOCK,
          TideTokens.OPEN_RECORD,
          TideTokens.OPEN_WITH,
          TideTokens.OPEN_TABLE,
          TideTokens.TEXT_HOLE ->
          true;
      default -> false;
    };
  }

  static boolean isCloser(int type) {
    return type == TideTokens.CLOSE_PAREN
        || type == TideTokens.CLOSE_BRACKET
        || type == TideTokens.CLOSE_BRACE;
  }

  /** A question about a type. */
  interface TypeTest {
    boolean holds(int type);
  }
}
