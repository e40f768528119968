package org.tidemark.grammar.reader;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/**
 * Gives up at the first error and remembers where. The library's own recovery is slow on unclosed
 * brackets and speaks in token names; the reader drops a statement instead.
 */
final class GiveUp extends DefaultErrorStrategy {
  /** Thrown at the first error; costs no stack trace. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int token;

    Failure(int token) {
      super(null, null, false, false);
      this.token = token;
    }

    /** Index of the token that fits nowhere. */
    int token() {
      return token;
    }
  }

  @Override
  public void recover(Parser parser, RecognitionException e) {
    throw new Failure(e.getOffendingToken().getTokenIndex());
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw new Failure(new InputMismatchException(parser).getOffendingToken().getTokenIndex());
  }

  @Override
  public void reportError(Parser parser, RecognitionException e) {}

  @Override
  public void sync(Parser parser) {}
}
