package org.tidemark.grammar.reader;

import org.tidemark.grammar.antlr.TideTokens;
import org.tidemark.grammar.diagnostic.Diagnostic;

/** Something else where a name belongs. */
final class NameSlips {
  private NameSlips() {}

  static Diagnostic reserved(Failure failure) {
    int at = failure.at;
    boolean alias =
        failure.type(failure.from) == TideTokens.IMPORT && failure.before() == TideTokens.AS;
    if (alias) {
      return Words.isReserved(failure.type()) ? reserved(failure, at) : missing(failure);
    }
    if (Words.isReserved(failure.type())) {
      boolean wantsName = wantsName(failure.before()) || failure.type(at + 1) == TideTokens.ASSIGN;
      return wantsName ? reserved(failure, at) : null;
    }
    // `to = 3`: the parser has taken `show`, `let` and such words for what they mean.
    if (failure.type() == TideTokens.ASSIGN
        && at - 1 == failure.from
        && Words.isReserved(failure.before())) {
      return reserved(failure, at - 1);
    }
    return wantsName(failure.before()) ? missing(failure) : null;
  }

  private static boolean wantsName(int type) {
    return switch (type) {
      case TideTokens.PARAM,
          TideTokens.LET,
          TideTokens.UNIT,
          TideTokens.EXCHANGE,
          TideTokens.KIND,
          TideTokens.FN,
          TideTokens.FOR,
          TideTokens.OVER,
          TideTokens.AT,
          TideTokens.DOT,
          TideTokens.IMPORT ->
          true;
      default -> false;
    };
  }

  private static Diagnostic reserved(Failure failure, int at) {
    String word = failure.text(at);
    return failure
        .error(
            Codes.RESERVED_WORD,
            "`" + word + "` is a word of the language and cannot be a name",
            failure.span(at))
        .withNote("reserved")
        .withHelp("choose another name, such as `" + word + "_` or one that says what it is");
  }

  private static Diagnostic missing(Failure failure) {
    String before = failure.text(failure.at - 1);
    if (failure.before() == TideTokens.DOT && failure.type(failure.at - 2) == TideTokens.NUMBER) {
      String number = failure.text(failure.at - 2);
      return failure
          .error(Codes.MISSING_OPERAND, "`" + number + ".` is not a number")
          .withNote("a digit is missing behind the point")
          .withHelp("write " + number + ".0");
    }
    return failure
        .error(Codes.MISSING_OPERAND, "a name is missing after `" + before + "`")
        .withNote("a name belongs here");
  }
}
