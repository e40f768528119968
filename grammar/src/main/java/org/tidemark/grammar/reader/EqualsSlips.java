package org.tidemark.grammar.reader;

import org.tidemark.grammar.antlr.TideTokens;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.Span;

/** An {@code =} too many, too few, or in place of another sign. */
final class EqualsSlips {
  private EqualsSlips() {}

  static Diagnostic explain(Failure failure) {
    return failure.type() == TideTokens.ASSIGN ? tooMany(failure) : missing(failure);
  }

  private static Diagnostic tooMany(Failure failure) {
    int at = failure.at;
    if (!failure.endsBefore() && failure.before() != TideTokens.DEFINES) {
      return null;
    }
    int opener = failure.opener(at);
    int around = failure.type(opener);
    if (failure.before() == TideTokens.NAME && failure.type(at - 2) == TideTokens.JUXTAPOSE) {
      return SeparatorSlips.between(failure, at - 3, at - 1, opener);
    }
    if (failure.before() == TideTokens.NAME && failure.type(at - 2) == TideTokens.OVER) {
      return failure
          .error(Codes.MISSING_OPERAND, "`in` is missing between a variable and its range")
          .withNote("`in` belongs here")
          .withHelp("write over " + failure.text(at - 1) + " in 0..10");
    }
    boolean named =
        failure.before() == TideTokens.NAME
            && (at - 2 == opener || failure.type(at - 2) == TideTokens.COMMA);
    if (opener > failure.from && around == TideTokens.OPEN_PAREN && named) {
      boolean call = Words.canEnd(failure.type(opener - 1));
      if (call) {
        return label(failure, "an argument's name is followed by `:`");
      }
    }
    if (around == TideTokens.OPEN_RECORD && named) {
      return label(failure, "an entry's name is followed by `:`");
    }
    boolean item =
        failure.before() == TideTokens.NAME
            && (at - 2 == failure.from || failure.type(at - 2) == TideTokens.COMMA);
    if (opener < 0 && failure.type(failure.from) == TideTokens.SHOW && item) {
      return label(failure, "a label is followed by `:`");
    }
    if (opener < 0
        && failure.type(failure.from) == TideTokens.NAME
        && failure.type(failure.from + 1) == TideTokens.OPEN_PAREN
        && failure.before() == TideTokens.CLOSE_PAREN) {
      return failure
          .error(Codes.FOREIGN_WORD, "a function is declared with `fn`", failure.span(failure.from))
          .withNote("`fn` is missing before this")
          .withHelp("write fn " + failure.text(failure.from, at) + " = …");
    }
    if (opener < 0
        && failure.type(failure.from) == TideTokens.NAME
        && !failure.has(TideTokens.ASSIGN)) {
      return failure
          .error(Codes.UNEXPECTED, "only a plain name can be defined")
          .withNote("`" + failure.text(failure.from, at) + "` is not one")
          .withHelp(
              "to change part of a model, amend it: m = this with { "
                  + failure.text(failure.from, at)
                  + " = … }")
          .withHelp("to compare, write `==`");
    }
    return failure
        .error(Codes.EQUALS_IN_CONDITION, "`=` defines; to compare, write `==`")
        .withNote("in an expression")
        .withHelp("write `==`, or `≈` to compare computed numbers");
  }

  private static Diagnostic label(Failure failure, String message) {
    return failure
        .error(Codes.LABEL, message)
        .withNote("`:` belongs here")
        .withHelp("write " + failure.text(failure.at - 1) + ": …");
  }

  private static Diagnostic missing(Failure failure) {
    int first = failure.type(failure.from);
    int at = failure.at;
    boolean before = failure.endsBefore() || failure.before() == TideTokens.LABEL;
    if (failure.type(failure.opener(at)) == TideTokens.OPEN_WITH) {
      return amendment(failure);
    }
    if (first == TideTokens.FN && before && !failure.has(TideTokens.ASSIGN)) {
      return function(failure);
    }
    boolean defines =
        first == TideTokens.PARAM
            || first == TideTokens.LET
            || first == TideTokens.LABEL
            || first == TideTokens.EXCHANGE
            || first == TideTokens.EXPORT
            || first == TideTokens.CORRELATE;
    boolean outside = failure.opener(at) < 0;
    if (defines && before && outside && !failure.has(TideTokens.ASSIGN)) {
      return equals(failure);
    }
    boolean field =
        at == failure.from + 1 && first == TideTokens.NAME && beginsValue(failure.type());
    boolean header =
        at == failure.from + 2
            && (first == TideTokens.KIND || first == TideTokens.UNIT)
            && failure.before() == TideTokens.NAME
            && (beginsValue(failure.type()) || failure.type() == TideTokens.NAME);
    return field || header ? equals(failure) : null;
  }

  /** {@code with { a: 3 }}, {@code with { a 3 }}. */
  private static Diagnostic amendment(Failure failure) {
    int at = failure.at;
    boolean colon = failure.type() == TideTokens.LABEL && failure.type(at + 1) == TideTokens.COLON;
    if (colon) {
      return failure
          .error(Codes.MISSING_EQUALS, "an amendment is written with `=`", failure.span(at + 1))
          .withNote("`=` belongs here")
          .withHelp("write " + failure.text() + " = …");
    }
    boolean path = failure.back(at, type -> type == TideTokens.ASSIGN) < 0;
    return path && failure.before() == TideTokens.NAME && beginsValue(failure.type())
        ? equals(failure)
        : null;
  }

  private static boolean beginsValue(int type) {
    return type == TideTokens.NUMBER
        || type == TideTokens.MAGNITUDE
        || type == TideTokens.TRUE
        || type == TideTokens.FALSE
        || type == TideTokens.LAMBDA_NAME;
  }

  private static Diagnostic equals(Failure failure) {
    Span end = failure.span(failure.at - 1);
    Diagnostic diagnostic =
        failure
            .error(
                Codes.MISSING_EQUALS,
                "`=` is missing after `" + failure.text(failure.at - 1) + "`",
                failure.span())
            .withNote(
                failure.type() == Failure.END ? "no value follows" : "`=` belongs before this");
    return failure.type() == Failure.END
        ? diagnostic.withHelp("give it a value: … = 1")
        : diagnostic
            .withLabel(failure.source, end, "")
            .withHelp("write " + failure.text(failure.at - 1) + " = " + failure.text());
  }

  private static Diagnostic function(Failure failure) {
    int opener = failure.opener(failure.at);
    if (opener >= 0) {
      return null;
    }
    if (failure.type() == TideTokens.OPEN_LAMBDA || failure.type() == TideTokens.LAMBDA_NAME) {
      return failure
          .error(Codes.MISSING_EQUALS, "a declared function's value follows `=`, not `=>`")
          .withNote("`=>` behind this is for functions without a name")
          .withHelp("write fn " + failure.text(failure.at - 1) + "(x) = …");
    }
    return failure
        .error(Codes.MISSING_EQUALS, "`=` is missing between a function's head and its value")
        .withNote("`=` belongs here")
        .withHelp("write " + failure.text(failure.from, failure.at) + " = …");
  }
}
