package org.tidemark.grammar.reader;

import org.tidemark.grammar.antlr.TideTokens;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.Span;

/** Products without their sign, and percent signs that are none. */
final class MultiplicationSlips {
  private MultiplicationSlips() {}

  /** {@code a % b}. */
  static Diagnostic remainder(Failure failure) {
    int at = failure.at;
    int percent;
    if (failure.type() == TideTokens.PERCENT && failure.endsBefore()) {
      percent = at;
    } else if (failure.before() == TideTokens.PERCENT
        && failure.type(at - 2) == TideTokens.JUXTAPOSE
        && Words.beginsOperand(failure.type())
        && failure.source.line(failure.span().start())
            == failure.source.line(failure.span(at - 1).start())) {
      percent = at - 1;
    } else {
      return null;
    }
    int left = failure.type(percent - 1) == TideTokens.JUXTAPOSE ? percent - 2 : percent - 1;
    String divided = Failure.isCloser(failure.type(left)) ? "a" : failure.text(left);
    String right = failure.type(percent + 1) == Failure.END ? "b" : failure.text(percent + 1);
    if (right.equals("of")) {
      String whole = failure.type(percent + 2) == Failure.END ? "total" : failure.text(percent + 2);
      return failure
          .error(
              Codes.PERCENT_AS_REMAINDER,
              "a share of something is a product",
              failure.span(percent + 1))
          .withNote("`*` belongs here")
          .withHelp("write " + divided + " % * " + whole);
    }
    return failure
        .error(Codes.PERCENT_AS_REMAINDER, "`%` is a unit, not a remainder", failure.span(percent))
        .withNote("a hundredth, as in 5 %")
        .withHelp("for the remainder write mod(" + divided + ", " + right + ")")
        .withHelp("for a share of something write 5 % * total");
  }

  /** {@code 5 kW hour}, {@code 3 (x + 1)}, {@code 3 nash.time}, {@code 2^3 x}. */
  static Diagnostic missing(Failure failure) {
    int at = failure.at;
    int type = failure.type();
    if (type == TideTokens.JUXTAPOSE) {
      int left = at - 1;
      int right = at + 1;
      String factor = failure.text(left);
      return product(
          failure,
          right,
          failure.type(right) == TideTokens.OPEN_PAREN
              ? "a number before a bracket is multiplied with `*`"
              : "a product is written with `*`",
          factor + " * " + rest(failure, right),
          left);
    }
    boolean exponent =
        type == TideTokens.MAGNITUDE
            && (failure.before() == TideTokens.CARET
                || (failure.before() == TideTokens.MINUS
                    && failure.type(at - 2) == TideTokens.CARET));
    if (exponent) {
      int caret = failure.before() == TideTokens.CARET ? at - 1 : at - 2;
      String power = failure.text(caret - 1, at + 1);
      return product(
          failure,
          at + 2,
          "a power takes no unit without `*`",
          power + " * " + rest(failure, at + 2),
          caret - 1);
    }
    boolean quantityBefore =
        failure.type(at - 2) == TideTokens.JUXTAPOSE
            && failure.type(at - 3) == TideTokens.MAGNITUDE;
    if (!quantityBefore) {
      return null;
    }
    String number = failure.text(at - 3);
    String name = failure.text(at - 1);
    if (failure.type(at + 1) == TideTokens.ASSIGN) {
      // `a = 3 param b = 4`
      return SeparatorSlips.between(failure, at - 3, at - 1, failure.opener(at));
    }
    if (type == TideTokens.LABEL && failure.opener(at) >= 0) {
      // `f(at: 2.49 EB elasticity: 0.23)`
      return SeparatorSlips.between(failure, at - 1, at, failure.opener(at));
    }
    return switch (type) {
      case TideTokens.NAME, TideTokens.LABEL, TideTokens.LAMBDA_NAME ->
          product(
              failure,
              at,
              "a number takes one unit name; further ones are multiplied with `*`",
              number + " " + name + " * " + failure.text(),
              at - 3);
      case TideTokens.OPEN_PAREN, TideTokens.OPEN_BRACKET, TideTokens.DOT ->
          product(
              failure,
              at - 1,
              "a number takes one unit name; anything longer is multiplied with `*`",
              number + " * " + rest(failure, at - 1),
              at - 3);
      default -> null;
    };
  }

  /** A short piece of text from a token on: a whole bracket or a dotted name. */
  private static String rest(Failure failure, int start) {
    int i = start;
    if (Failure.isOpener(failure.type(i))) {
      i = behindBracket(failure, i);
    } else {
      i++;
    }
    while (i < failure.to) {
      int type = failure.type(i);
      if (type == TideTokens.DOT) {
        i += 2;
      } else if (type == TideTokens.OPEN_PAREN || type == TideTokens.OPEN_BRACKET) {
        i = behindBracket(failure, i);
      } else {
        break;
      }
    }
    return failure.text(start, Math.min(i, failure.to));
  }

  private static int behindBracket(Failure failure, int open) {
    int depth = 0;
    for (int i = open; i < failure.to; i++) {
      int type = failure.type(i);
      if (Failure.isOpener(type)) {
        depth++;
      } else if (Failure.isCloser(type) && --depth == 0) {
        return i + 1;
      }
    }
    return failure.to;
  }

  private static Diagnostic product(
      Failure failure, int place, String message, String cure, int left) {
    Span span = failure.span(place);
    return failure
        .error(Codes.MISSING_MULTIPLICATION, message, span)
        .withNote("`*` is missing before this")
        .withLabel(failure.source, failure.span(left), "")
        .withHelp("write " + cure);
  }
}
