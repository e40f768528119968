package org.tidemark.grammar.reader;

import org.tidemark.grammar.antlr.TideTokens;
import org.tidemark.grammar.diagnostic.Diagnostic;

/** Loose constructs as operands of tight ones. */
final class BracketSlips {
  private BracketSlips() {}

  static Diagnostic explain(Failure failure) {
    if (!Words.isOperator(failure.before()) && failure.before() != TideTokens.NOT) {
      return null;
    }
    String what =
        switch (failure.type()) {
          case TideTokens.IF -> "`if`";
          case TideTokens.NOT -> "`not`";
          case TideTokens.LAMBDA_NAME, TideTokens.OPEN_LAMBDA -> "a function";
          default -> null;
        };
    if (what == null) {
      return null;
    }
    String operator = failure.text(failure.at - 1);
    return failure
        .error(Codes.WANTS_BRACKETS, what + " behind `" + operator + "` wants brackets")
        .withNote("begins here")
        .withHelp("write " + operator + " (" + failure.text() + " …)");
  }
}
