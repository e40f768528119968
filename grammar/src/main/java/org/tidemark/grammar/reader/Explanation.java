package org.tidemark.grammar.reader;

import org.tidemark.grammar.antlr.TideTokens;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;

/** Says in the user's words why a statement cannot be read. */
final class Explanation {
  /** Telling signs first, general ones last. */
  private static final Slip[] SLIPS = {
    OperatorSlips::explain,
    NameSlips::reserved,
    MultiplicationSlips::remainder,
    MultiplicationSlips::missing,
    EqualsSlips::explain,
    ConditionalSlips::explain,
    ChainSlips::explain,
    BracketSlips::explain,
    RecordSlips::explain,
    TypeSlips::explain,
    OperandSlips::explain,
    SeparatorSlips::explain,
  };

  private Explanation() {}

  /** Null where what is wrong has been reported before. */
  static Diagnostic of(SourceText source, LaidOut laidOut, int from, int to, int token) {
    Failure failure = new Failure(source, laidOut, from, to, token);
    for (int i = failure.from; i <= failure.at; i++) {
      if (failure.type(i) == TideTokens.INVALID) {
        return null;
      }
    }
    if (from == to) {
      return failure
          .error(Codes.MISSING_OPERAND, "there is nothing to read")
          .withNote("an expression belongs here");
    }
    if (isInsideSpoiltBracket(failure, laidOut) || isBadNumber(failure)) {
      return null;
    }
    for (Slip slip : SLIPS) {
      Diagnostic diagnostic = slip.explain(failure);
      if (diagnostic != null) {
        return diagnostic;
      }
    }
    return general(failure);
  }

  /** In a bracket that is never closed nothing may be right. */
  private static boolean isInsideSpoiltBracket(Failure failure, LaidOut laidOut) {
    int opener = failure.opener(failure.at);
    while (opener >= 0) {
      int partner = laidOut.partner()[opener];
      if (partner > 0 && laidOut.tokens()[partner - 1].getType() == TideTokens.INVALID) {
        return true;
      }
      opener = failure.opener(opener);
    }
    return false;
  }

  /** {@code x.5}: the scanner has complained about {@code .5}. */
  private static boolean isBadNumber(Failure failure) {
    int type = failure.type();
    return (type == TideTokens.NUMBER || type == TideTokens.MAGNITUDE)
        && failure.text().startsWith(".");
  }

  private static Diagnostic general(Failure failure) {
    if (failure.type() == Failure.END) {
      return failure
          .error(Codes.UNEXPECTED, "this statement ends too early")
          .withNote("more is needed here");
    }
    if (failure.type(failure.from) == TideTokens.AT) {
      return failure
          .error(
              Codes.UNEXPECTED,
              "an annotation stands behind what it grades",
              failure.span(failure.from))
          .withNote("nothing stands before this")
          .withHelp("move it behind the definition: r = 5 %/year @measured(\"…\")");
    }
    String what = "`" + failure.text() + "`";
    if (failure.at == failure.from) {
      return failure
          .error(Codes.UNEXPECTED, "no statement begins with " + what)
          .withNote("not understood here");
    }
    return failure
        .error(
            Codes.UNEXPECTED, what + " does not fit behind `" + failure.text(failure.at - 1) + "`")
        .withNote("not understood here")
        .withHelp("remove it, or begin a new line for a new statement");
  }
}
