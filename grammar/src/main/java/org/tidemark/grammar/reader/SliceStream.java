package org.tidemark.grammar.reader;

import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.tidemark.grammar.limit.Allowance;

/** A run of tokens as the parser wants them, without copying. */
final class SliceStream implements TokenStream {
  private final Lexeme[] tokens;
  private final int from;
  private final int to;
  private final Lexeme end;
  private final Allowance allowance;
  private int position;

  /** The tokens from {@code from} to before {@code to}, with an end that copies the one there. */
  SliceStream(Lexeme[] tokens, int from, int to, Lexeme at, Allowance allowance) {
    this.allowance = allowance;
    this.tokens = tokens;
    this.from = from;
    this.to = to;
    this.position = from;
    this.end = Lexeme.virtual(at, Token.EOF, at.getStartIndex());
    this.end.setTokenIndex(at.getTokenIndex());
  }

  @Override
  public Token LT(int offset) {
    int at = offset > 0 ? position + offset - 1 : position + offset;
    return at < from ? null : at < to ? tokens[at] : end;
  }

  @Override
  public int LA(int offset) {
    int at = offset > 0 ? position + offset - 1 : position + offset;
    return at >= to ? IntStream.EOF : at < from ? Token.INVALID_TYPE : tokens[at].getType();
  }

  @Override
  public Token get(int index) {
    return index >= to ? end : tokens[index];
  }

  @Override
  public void consume() {
    // looking ahead consumes as well, so that a text on which that never ends is noticed
    allowance.step();
    if (position < to) {
      position++;
    }
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return position;
  }

  @Override
  public void seek(int index) {
    position = index;
  }

  @Override
  public int size() {
    return to - from;
  }

  @Override
  public TokenSource getTokenSource() {
    return end.getTokenSource();
  }

  @Override
  public String getSourceName() {
    return UNKNOWN_SOURCE_NAME;
  }

  @Override
  public String getText(Interval interval) {
    StringBuilder text = new StringBuilder();
    for (int i = Math.max(from, interval.a); i <= interval.b && i < to; i++) {
      text.append(tokens[i].getText());
    }
    return text.toString();
  }

  @Override
  public String getText() {
    return getText(Interval.of(from, to - 1));
  }

  @Override
  public String getText(RuleContext context) {
    return getText(context.getSourceInterval());
  }

  @Override
  public String getText(Token start, Token stop) {
    return getText(Interval.of(start.getTokenIndex(), stop.getTokenIndex()));
  }
}
