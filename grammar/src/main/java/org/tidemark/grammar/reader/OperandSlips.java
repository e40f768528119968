package org.tidemark.grammar.reader;

import org.tidemark.grammar.antlr.TideTokens;
import org.tidemark.grammar.diagnostic.Diagnostic;

/** Operators and words that lack what they act on. */
final class OperandSlips {
  private OperandSlips() {}

  static Diagnostic explain(Failure failure) {
    int type = failure.type();
    int before = failure.before();
    if (type == TideTokens.LABEL && !failure.endsBefore() && failure.at > failure.from) {
      return strayColon(failure);
    }
    if (failure.at == failure.from) {
      return Words.isOperator(type) ? noLeft(failure) : null;
    }
    if (bounds(failure)) {
      return failure
          .error(Codes.MISSING_OPERAND, "bounds are an interval")
          .withNote("`..` and the upper end belong here")
          .withHelp("write in 0..1");
    }
    if (type == TideTokens.OPEN_BODY
        && failure.at == failure.from + 1
        && before == TideTokens.NAME) {
      return failure
          .error(
              Codes.MISSING_OPERAND, "a name is missing after `" + failure.text(failure.from) + "`")
          .withNote("a name belongs before this")
          .withHelp(
              failure.text(failure.from).equals("test")
                  ? "write test \"what holds\" { … }"
                  : "write " + failure.text(failure.from) + " name { … }");
    }
    if (before == TideTokens.WITH) {
      return failure
          .error(Codes.MISSING_OPERAND, "`{` is missing after `with`")
          .withNote("amendments stand in braces")
          .withHelp("write with { name = value }");
    }
    if (failure.type(failure.from) == TideTokens.FOREIGN
        && type == Failure.END
        && failure.endsBefore()) {
      return failure
          .error(Codes.MISSING_OPERAND, "a foreign function needs the file that holds it")
          .withNote("`from` belongs here")
          .withHelp("write from \"./name.js\"");
    }
    if (failure.endsBefore() || before == TideTokens.LABEL || before == TideTokens.DEFINES) {
      return null;
    }
    if (Failure.isOpener(before)) {
      if (Words.isOperator(type) || type == TideTokens.COMMA) {
        return noLeft(failure);
      }
      if (!Failure.isCloser(type)) {
        return null;
      }
      String brackets = failure.text(failure.at - 1) + failure.text();
      return failure
          .error(
              Codes.MISSING_OPERAND,
              "nothing stands between `"
                  + failure.text(failure.at - 1)
                  + "` and `"
                  + failure.text()
                  + "`",
              failure.span(failure.at - 1).to(failure.span()))
          .withNote("empty")
          .withHelp("put an expression in, or remove `" + brackets + "`");
    }
    String after = failure.text(failure.at - 1);
    return failure
        .error(Codes.MISSING_OPERAND, "something is missing after `" + after + "`")
        .withNote(type == Failure.END ? "a value belongs here" : "a value belongs before this")
        .withLabel(failure.source, failure.span(failure.at - 1), "")
        .withHelp("complete it, or remove `" + after + "`");
  }

  /** {@code x = a : 3}: the name is fine, its colon is not. */
  private static Diagnostic strayColon(Failure failure) {
    int colon = failure.at + 1;
    int opener = failure.back(colon, type -> type == TideTokens.IF || type == TideTokens.THEN);
    if (opener >= 0 && failure.type(opener) == TideTokens.IF) {
      return failure
          .error(Codes.INCOMPLETE_IF, "this `if` has no `then`", failure.span(colon))
          .withNote("`then` belongs here")
          .withLabel(failure.source, failure.span(opener), "begins here")
          .withHelp("write if condition then a else b");
    }
    return failure
        .error(
            Codes.UNEXPECTED,
            "`:` does not fit behind `" + failure.text() + "`",
            failure.span(colon))
        .withNote("not understood here")
        .withHelp(
            "remove it; a colon stands behind the name of an argument, an entry or a definition");
  }

  private static boolean bounds(Failure failure) {
    return failure.endsBefore()
        && failure.has(TideTokens.ASSIGN)
        && (pair(failure) || isolated(failure));
  }

  /** {@code in (0, 1)}. */
  private static boolean pair(Failure failure) {
    int opener = failure.opener(failure.at);
    return failure.type() == TideTokens.COMMA
        && failure.type(opener) == TideTokens.OPEN_PAREN
        && failure.type(opener - 1) == TideTokens.IN;
  }

  /** {@code in 1}. */
  private static boolean isolated(Failure failure) {
    return failure.opener(failure.at) < 0
        && failure.type(failure.back(failure.at, OperandSlips::bound)) == TideTokens.IN;
  }

  private static boolean bound(int type) {
    return type == TideTokens.IN || type == TideTokens.RANGE || type == TideTokens.FOR;
  }

  private static Diagnostic noLeft(Failure failure) {
    return failure
        .error(Codes.MISSING_OPERAND, "nothing stands before `" + failure.text() + "`")
        .withNote("a value belongs before this")
        .withHelp("complete it, or remove `" + failure.text() + "`");
  }
}
