package org.tidemark.grammar.reader;

import org.tidemark.grammar.antlr.TideTokens;
import org.tidemark.grammar.diagnostic.Diagnostic;

/** Operators that other languages have. */
final class OperatorSlips {
  private OperatorSlips() {}

  static Diagnostic explain(Failure failure) {
    if (failure.type() == TideTokens.ARROW) {
      return failure
          .error(Codes.FOREIGN_OPERATOR, "`->` stands only before the unit of a function's result")
          .withNote("not here")
          .withHelp("write `=>` for a function of one line: x => x + 1");
    }
    if (failure.type() == TideTokens.STAR && failure.before() == TideTokens.STAR) {
      return power(failure);
    }
    if (failure.type() != TideTokens.FOREIGN_OPERATOR) {
      return null;
    }
    String sign = failure.text();
    return switch (sign) {
      case "&&" -> foreign(failure, "`and`");
      case "||" -> foreign(failure, "`or`");
      case "!" -> foreign(failure, "`not`");
      case "===" -> foreign(failure, "`==`");
      case "!==", "<>" -> foreign(failure, "`!=`");
      case "**" -> power(failure);
      case ":=" ->
          failure
              .error(Codes.MISSING_EQUALS, "a definition is written with `=`")
              .withNote("not part of Tide")
              .withHelp("write `=` instead of `:=`");
      default ->
          failure
              .error(
                  Codes.FOREIGN_OPERATOR,
                  "`" + sign + "` would change a value; in Tide none changes")
              .withNote("not part of Tide")
              .withHelp("define a new name: total = old " + sign.charAt(0) + " change")
              .withHelp("for an amended model, write `this with { name = … }`");
    };
  }

  private static Diagnostic foreign(Failure failure, String instead) {
    return failure
        .error(
            Codes.FOREIGN_OPERATOR, "`" + failure.text() + "` is written " + instead + " in Tide")
        .withNote("not part of Tide")
        .withHelp("write " + instead);
  }

  private static Diagnostic power(Failure failure) {
    return failure
        .error(Codes.FOREIGN_OPERATOR, "a power is written with `^`")
        .withNote("not part of Tide")
        .withHelp("write `^`: x^2");
  }
}
