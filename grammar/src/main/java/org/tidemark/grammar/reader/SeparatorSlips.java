package org.tidemark.grammar.reader;

import org.tidemark.grammar.antlr.TideTokens;
import org.tidemark.grammar.diagnostic.Diagnostic;

/** Two things side by side that want something between them. */
final class SeparatorSlips {
  private SeparatorSlips() {}

  static Diagnostic explain(Failure failure) {
    int type = failure.type();
    if (type == TideTokens.COMMA && failure.endsBefore()) {
      return comma(failure);
    }
    boolean begins = Words.beginsOperand(type) || Words.isReserved(type);
    if (!failure.endsBefore() || !begins) {
      return null;
    }
    return between(failure, failure.at - 1, failure.at, failure.opener(failure.at));
  }

  /** {@code (1, 2)}. */
  private static Diagnostic comma(Failure failure) {
    int opener = failure.opener(failure.at);
    int before = failure.before();
    int behind = failure.type(failure.at + 1);
    boolean digits =
        (before == TideTokens.NUMBER || before == TideTokens.MAGNITUDE)
            && (behind == TideTokens.NUMBER || behind == TideTokens.MAGNITUDE)
            && failure.span(failure.at - 1).end() == failure.span().start()
            && failure.span().end() == failure.span(failure.at + 1).start();
    if (digits) {
      return failure
          .error(Codes.BAD_NUMBER, "decimals are written with a point")
          .withNote("a comma separates values")
          .withHelp("write " + failure.text(failure.at - 1) + "." + failure.text(failure.at + 1));
    }
    if (failure.type(opener) != TideTokens.OPEN_PAREN) {
      return null;
    }
    for (int i = failure.at; i < failure.to; i++) {
      boolean closes = Failure.isCloser(failure.type(i)) && failure.opener(i) == opener;
      if (closes && failure.type(i + 1) == TideTokens.ARROW) {
        return failure
            .error(
                Codes.FOREIGN_OPERATOR,
                "`->` stands only before the unit of a function's result",
                failure.span(i + 1))
            .withNote("not here")
            .withHelp("write `=>` for a function of one line: (x, y) => x + y");
      }
    }
    return failure
        .error(Codes.UNEXPECTED, "round brackets hold one value")
        .withNote("not understood here")
        .withLabel(failure.source, failure.span(opener), "opened here")
        .withHelp("a list stands in square brackets: [1, 2]");
  }

  /** Nothing stands between two tokens. */
  static Diagnostic between(Failure failure, int before, int behind, int opener) {
    boolean commas =
        switch (failure.type(opener)) {
          case TideTokens.OPEN_PAREN,
              TideTokens.OPEN_LAMBDA,
              TideTokens.OPEN_BRACKET,
              TideTokens.OPEN_RECORD,
              TideTokens.OPEN_WITH,
              TideTokens.OPEN_TABLE ->
              true;
          default -> false;
        };
    String left = failure.text(before);
    String right = failure.text(behind);
    if (commas && opener >= 0) {
      return failure
          .error(
              Codes.MISSING_COMMA,
              "a comma or an operator is missing between `" + left + "` and `" + right + "`",
              failure.span(behind))
          .withNote("`,` is missing before this")
          .withLabel(failure.source, failure.span(opener), "inside these brackets")
          .withHelp("write " + left + ", " + right);
    }
    Diagnostic diagnostic =
        failure
            .error(
                Codes.TWO_ON_ONE_LINE,
                "`" + right + "` follows `" + left + "` with nothing between them",
                failure.span(behind))
            .withNote("a second statement, or an operator is missing before it")
            .withHelp("begin a new line, or put `;` between two statements");
    boolean values =
        !Words.isReserved(failure.type(behind))
            && !Failure.isCloser(failure.type(before))
            && !right.equals("param")
            && !right.equals("unit");
    return values
        ? diagnostic.withHelp("put an operator between two values: " + left + " * " + right)
        : diagnostic;
  }
}
