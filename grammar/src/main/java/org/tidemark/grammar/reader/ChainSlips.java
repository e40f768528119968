package org.tidemark.grammar.reader;

import org.tidemark.grammar.antlr.TideTokens;
import org.tidemark.grammar.diagnostic.Diagnostic;

/** Operators in a row that take two operands only. */
final class ChainSlips {
  private ChainSlips() {}

  static Diagnostic explain(Failure failure) {
    if (!failure.endsBefore()) {
      return null;
    }
    int type = failure.type();
    if (isInterval(type)) {
      return interval(failure);
    }
    return isComparison(type) || type == TideTokens.WITHIN ? comparison(failure) : null;
  }

  private static Diagnostic interval(Failure failure) {
    int first = failure.back(failure.at, type -> isInterval(type) || isLooser(type));
    if (first < 0 || !isInterval(failure.type(first))) {
      if (failure.type() != TideTokens.BY) {
        return null;
      }
      return failure
          .error(Codes.CHAINED_INTERVAL, "`by` gives the step of a sequence `from .. to`")
          .withNote("there is no `..` before it")
          .withHelp("write 0..10 by 2");
    }
    return failure
        .error(
            Codes.CHAINED_INTERVAL,
            "`" + failure.text() + "` cannot follow `" + failure.text(first) + "`")
        .withNote("a second one")
        .withLabel(failure.source, failure.span(first), "the first")
        .withHelp("an interval has two ends; use brackets where one of them is an interval itself");
  }

  private static Diagnostic comparison(Failure failure) {
    int first =
        failure.back(
            failure.at,
            type ->
                isComparison(type)
                    || type == TideTokens.AND
                    || type == TideTokens.OR
                    || type == TideTokens.NOT
                    || type == TideTokens.ASSIGN
                    || type == TideTokens.WHEN
                    || type == TideTokens.IF
                    || type == TideTokens.THEN
                    || type == TideTokens.ELSE
                    || type == TideTokens.MAPS_TO);
    if (failure.type() == TideTokens.WITHIN) {
      return failure
          .error(Codes.CHAINED_COMPARISON, "`within` gives the tolerance of `≈`")
          .withNote("there is no `≈` before it")
          .withHelp("write a ≈ b within tolerance");
    }
    if (first < 0 || !isComparison(failure.type(first))) {
      return null;
    }
    String middle = failure.text(first + 1, failure.at);
    int start = first;
    while (start > failure.from && !breaks(failure.type(start - 1))) {
      start--;
    }
    String left = failure.text(start, first);
    String right = failure.text(failure.at + 1);
    return failure
        .error(Codes.CHAINED_COMPARISON, "comparisons cannot be chained")
        .withNote("a second comparison")
        .withLabel(failure.source, failure.span(first), "the first")
        .withHelp(
            "write "
                + (left + " " + failure.text(first) + " " + middle).trim()
                + " and "
                + (middle + " " + failure.text() + " " + right).trim());
  }

  private static boolean breaks(int type) {
    return Failure.isOpener(type)
        || isLooser(type)
        || type == TideTokens.COMMA
        || type == TideTokens.SEMICOLON
        || type == TideTokens.NEWLINE
        || type == TideTokens.ASSERT
        || type == TideTokens.SHOW
        || type == TideTokens.WHEN
        || type == TideTokens.COLON;
  }

  private static boolean isInterval(int type) {
    return type == TideTokens.TO
        || type == TideTokens.RANGE
        || type == TideTokens.PLUS_MINUS
        || type == TideTokens.BY;
  }

  private static boolean isComparison(int type) {
    return switch (type) {
      case TideTokens.EQUAL,
          TideTokens.NOT_EQUAL,
          TideTokens.LESS,
          TideTokens.LESS_EQUAL,
          TideTokens.GREATER,
          TideTokens.GREATER_EQUAL,
          TideTokens.APPROXIMATELY,
          TideTokens.TILDE ->
          true;
      default -> false;
    };
  }

  private static boolean isLooser(int type) {
    return isComparison(type)
        || type == TideTokens.AND
        || type == TideTokens.OR
        || type == TideTokens.NOT
        || type == TideTokens.ASSIGN
        || type == TideTokens.MAPS_TO
        || type == TideTokens.IF
        || type == TideTokens.THEN
        || type == TideTokens.ELSE
        || type == TideTokens.IN;
  }
}
