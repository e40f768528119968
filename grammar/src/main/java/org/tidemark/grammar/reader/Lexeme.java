package org.tidemark.grammar.reader;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.DocComment;

/** A token that knows whether it is the first on its line, and what documents it. */
final class Lexeme extends CommonToken {
  private static final long serialVersionUID = 1L;

  /** Whether a line end stands between it and the token before. */
  boolean firstOnLine;

  /** The {@code ///} lines right before it, or null. */
  transient DocComment doc;

  Lexeme(Pair<TokenSource, CharStream> source, int type, int channel, int start, int stop) {
    super(source, type, channel, start, stop);
  }

  /** A token of no width, with the source of a real one. */
  static Lexeme virtual(Lexeme real, int type, int offset) {
    return new Lexeme(real.source, type, DEFAULT_CHANNEL, offset, offset - 1);
  }

  /** Offset behind its last character. */
  int end() {
    return stop + 1;
  }

  /** Whether it stands for nothing in the text. */
  boolean isVirtual() {
    return stop < start;
  }

  Span span() {
    return new Span(start, Math.max(start, stop + 1));
  }

  /** Makes lexemes for the lexer. */
  static final TokenFactory<Lexeme> FACTORY =
      new TokenFactory<>() {
        @Override
        public Lexeme create(
            Pair<TokenSource, CharStream> source,
            int type,
            String text,
            int channel,
            int start,
            int stop,
            int line,
            int column) {
          return new Lexeme(source, type, channel, start, stop);
        }

        @Override
        public Lexeme create(int type, String text) {
          throw new IllegalStateException("a token without a source");
        }
      };
}
