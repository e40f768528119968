package org.tidemark.grammar.reader;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;
import org.tidemark.grammar.antlr.TideTokens;

/** The generated lexer, not minding a brace too many and able to leave a text that never ended. */
final class SafeLexer extends TideTokens {
  SafeLexer(CharStream input) {
    super(input);
    removeErrorListeners();
    setTokenFactory(Lexeme.FACTORY);
  }

  @Override
  public int popMode() {
    return _modeStack.isEmpty() ? _mode : super.popMode();
  }

  /** Back to where the outermost open text began. */
  void leaveTexts(boolean braceFollows) {
    // What lies below a text on the stack is the mode that it was opened from.
    int[] modes = _modeStack.toArray();
    int outermost = modes.length;
    for (int i = modes.length; i > 0; i--) {
      int inside = i == modes.length ? _mode : modes[i];
      if (inside == TEXT) {
        outermost = i - 1;
      }
    }
    while (_modeStack.size() > outermost) {
      _modeStack.pop();
    }
    mode(Lexer.DEFAULT_MODE);
    if (braceFollows) {
      pushMode(Lexer.DEFAULT_MODE);
    }
  }

  /** Whether the next token is a piece of a text. */
  boolean isInText() {
    return _mode == TEXT;
  }

  Pair<TokenSource, CharStream> sourcePair() {
    return _tokenFactorySourcePair;
  }
}
