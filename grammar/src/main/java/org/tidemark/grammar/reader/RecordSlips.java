package org.tidemark.grammar.reader;

import org.tidemark.grammar.antlr.TideTokens;
import org.tidemark.grammar.diagnostic.Diagnostic;

/** Records whose entries lack names. */
final class RecordSlips {
  private RecordSlips() {}

  static Diagnostic explain(Failure failure) {
    int opener = failure.opener(failure.at);
    int around = failure.type(opener);
    if (around == TideTokens.OPEN_BLOCK && failure.type() == TideTokens.COMMA) {
      boolean defines = failure.back(failure.at, type -> type == TideTokens.DEFINES) >= 0;
      return failure
          .error(
              Codes.LABEL,
              defines
                  ? "an entry of a record is written `name: value`"
                  : "an entry of a record needs a name")
          .withNote("so this is read as a block, which has no commas")
          .withLabel(failure.source, failure.span(opener), "opened here")
          .withHelp("for a record, write { a: …, b: … }")
          .withHelp("for a block, separate with `;` or new lines");
    }
    if (around != TideTokens.OPEN_RECORD) {
      return null;
    }
    int before = failure.before();
    if (before != TideTokens.COMMA && before != TideTokens.OPEN_RECORD) {
      boolean bare =
          before == TideTokens.NAME
              && (failure.type(failure.at - 2) == TideTokens.COMMA
                  || failure.type(failure.at - 2) == TideTokens.OPEN_RECORD);
      boolean selects =
          failure.type() == TideTokens.DOT
              || failure.type() == TideTokens.OPEN_PAREN
              || Words.isOperator(failure.type());
      return bare && selects ? needsName(failure, failure.at - 1) : null;
    }
    return failure.type() == Failure.END ? null : needsName(failure, failure.at);
  }

  private static Diagnostic needsName(Failure failure, int place) {
    if (failure.type(place) == TideTokens.TEXT_OPEN) {
      return failure
          .error(Codes.LABEL, "a record's keys are plain names", failure.span(place))
          .withNote("a text")
          .withHelp("leave the quotes out: { name: value }");
    }
    return failure
        .error(Codes.LABEL, "an entry of a record needs a name", failure.span(place))
        .withNote("no name before this")
        .withHelp("write name: " + failure.text(place) + " …");
  }
}
