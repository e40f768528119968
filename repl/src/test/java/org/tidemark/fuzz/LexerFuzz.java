package org.tidemark.fuzz;

import java.util.List;
import org.tidemark.grammar.TideLexing;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.token.Token;

/** Tokens of any text: together with the space between them they are the text again. */
public final class LexerFuzz {
  private LexerFuzz() {}

  /** Tries one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    SourceText source = new SourceText("fuzz", FuzzText.of(input, 0));
    List<Token> tokens = Bounds.within("lexing", () -> TideLexing.tokens(source));
    boolean incomplete = Bounds.within("looking for an end", () -> TideLexing.isIncomplete(source));
    String text = source.text();
    StringBuilder again = new StringBuilder();
    for (Token token : tokens) {
      require(token.span().start() >= again.length(), "overlaps", token);
      require(token.span().length() > 0, "is empty", token);
      require(token.span().end() <= text.length(), "ends outside of the text", token);
      space(text, again, token.span().start());
      again.append(token.text());
      require(again.length() == token.span().end(), "is longer or shorter than its place", token);
    }
    space(text, again, text.length());
    if (!again.toString().equals(text)) {
      throw new AssertionError("the tokens are not the text");
    }
    if (!tokens.equals(TideLexing.tokens(source))
        || incomplete != TideLexing.isIncomplete(source)) {
      throw new AssertionError("the tokens differ the second time");
    }
  }

  private static void space(String text, StringBuilder again, int end) {
    String between = text.substring(again.length(), end);
    if (!between.isBlank() && !between.chars().allMatch(c -> c == '\ufeff' || isBlank(c))) {
      throw new AssertionError("between the tokens is more than space: " + between);
    }
    again.append(between);
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static void require(boolean holds, String complaint, Token token) {
    if (!holds) {
      throw new AssertionError("a token " + complaint + ": " + token);
    }
  }
}
