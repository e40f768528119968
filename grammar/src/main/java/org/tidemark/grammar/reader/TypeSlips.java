package org.tidemark.grammar.reader;

import org.tidemark.grammar.antlr.TideTokens;
import org.tidemark.grammar.diagnostic.Diagnostic;

/** Something else where a unit belongs. */
final class TypeSlips {
  private TypeSlips() {}

  static Diagnostic explain(Failure failure) {
    int before = failure.before();
    int start = before == TideTokens.SLASH || before == TideTokens.STAR ? typeStart(failure) : -1;
    boolean wanted =
        before == TideTokens.ARROW
            || before == TideTokens.AS
            || start >= 0
            || (before == TideTokens.COLON && annotates(failure));
    if (!wanted || failure.type(failure.from) == TideTokens.IMPORT) {
      return null;
    }
    Diagnostic diagnostic =
        failure.error(Codes.TYPE, "a unit belongs after `" + failure.text(failure.at - 1) + "`");
    if (failure.type() == TideTokens.MAGNITUDE) {
      if (before == TideTokens.COLON && !holds(failure, TideTokens.ASSIGN)) {
        String name = failure.text(failure.at - 2);
        diagnostic =
            diagnostic.withHelp(
                "for a value, write `=`: " + name + " = " + failure.text(failure.at, failure.to));
      }
      return diagnostic
          .withNote("a number with a unit")
          .withHelp("leave the number out: " + failure.text(failure.at + 2));
    }
    return diagnostic
        .withNote("not a unit")
        .withHelp("write a unit such as USD/GB, `1`, `%`, or date, text, bool, [unit]");
  }

  private static boolean holds(Failure failure, int type) {
    for (int i = failure.at; i < failure.to; i++) {
      if (failure.type(i) == type) {
        return true;
      }
    }
    return false;
  }

  private static boolean annotates(Failure failure) {
    int first = failure.type(failure.from);
    return failure.opener(failure.at) < 0
        ? first != TideTokens.SHOW && first != TideTokens.PLOT
        : first == TideTokens.FN || first == TideTokens.FOREIGN;
  }

  private static int typeStart(Failure failure) {
    return failure.back(failure.at, type -> type == TideTokens.AS || type == TideTokens.ARROW);
  }
}
