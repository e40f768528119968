package org.tidemark.grammar.reader;

import org.tidemark.grammar.antlr.TideTokens;
import org.tidemark.grammar.diagnostic.Diagnostic;

/** {@code if} without {@code then} or {@code else}, and the reverse. */
final class ConditionalSlips {
  private static final String CURE = "write if condition then a else b";

  private ConditionalSlips() {}

  static Diagnostic explain(Failure failure) {
    int type = failure.type();
    int open = openIf(failure);
    if (open < 0) {
      boolean orphan = type == TideTokens.THEN || type == TideTokens.ELSE;
      if (!orphan || (!failure.endsBefore() && failure.at > failure.from)) {
        return null;
      }
      return failure
          .error(Codes.INCOMPLETE_IF, "this `" + failure.text() + "` belongs to no `if`")
          .withNote("no `if` before it is waiting for it")
          .withHelp(CURE);
    }
    if (!failure.endsBefore() || Words.isOperator(type)) {
      return null;
    }
    boolean needsThen = failure.type(lastPart(failure, open)) == TideTokens.IF;
    String missing = needsThen ? "then" : "else";
    Diagnostic diagnostic =
        failure
            .error(Codes.INCOMPLETE_IF, "this `if` has no `" + missing + "`")
            .withNote("`" + missing + "` is missing before this")
            .withLabel(failure.source, failure.span(open), "begins here")
            .withHelp(CURE);
    return needsThen
        ? diagnostic
        : diagnostic.withHelp("an `if` is a value, so both cases need one");
  }

  /** The innermost {@code if} on this level that is not complete, or -1. */
  private static int openIf(Failure failure) {
    int complete = 0;
    int at = failure.at;
    while (true) {
      int found = failure.back(at, type -> type == TideTokens.IF || type == TideTokens.ELSE);
      if (found < 0) {
        return -1;
      }
      if (failure.type(found) == TideTokens.ELSE) {
        complete++;
      } else if (complete-- == 0) {
        boolean filter = failure.back(found, type -> type == TideTokens.FOR) >= 0;
        return filter ? -1 : found;
      }
      at = found;
    }
  }

  private static int lastPart(Failure failure, int open) {
    int found = failure.back(failure.at, type -> type == TideTokens.IF || type == TideTokens.THEN);
    return found < open ? open : found;
  }
}
