package org.tidemark.grammar;

import java.util.List;
import org.tidemark.grammar.reader.TokenReader;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.token.Token;

/** Tokens of a text, for colouring, formatting and the prompt. Stateless and safe for threads. */
public final class TideLexing {
  private TideLexing() {}

  /**
   * All tokens and comments in the order of the text; between them are only spaces and line ends.
   * Never throws for anything a text may hold; one larger than the parser takes has no tokens.
   */
  public static List<Token> tokens(SourceText source) {
    return TokenReader.tokens(source);
  }

  /**
   * Whether a text is the beginning of a statement rather than a whole one: a bracket or a comment
   * is open at its end, or it ends with an operator. The prompt then waits for another line.
   */
  public static boolean isIncomplete(SourceText source) {
    return TokenReader.isIncomplete(source);
  }
}
