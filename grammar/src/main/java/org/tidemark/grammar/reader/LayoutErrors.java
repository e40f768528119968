package org.tidemark.grammar.reader;

import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;

/** What can be wrong with lines, brackets and sizes. */
final class LayoutErrors {
  private LayoutErrors() {}

  static Diagnostic lineBeginsWithMinus(SourceText source, Lexeme minus, Lexeme before) {
    return Diagnostic.error(
            Codes.LINE_BEGINS_WITH_MINUS,
            "a line that begins with `-` may continue the one above or stand alone",
            source,
            minus.span())
        .withNote("which is meant?")
        .withLabel(source, before.span(), "complete as it stands")
        .withHelp("to continue, end the line above with `-`")
        .withHelp("to begin a new statement, put brackets around it: (-x)");
  }

  static Diagnostic unfinishedLine(SourceText source, Lexeme last, Lexeme next) {
    String sign = source.text(last.span());
    return Diagnostic.error(
            Codes.MISSING_OPERAND, "something is missing after `" + sign + "`", source, last.span())
        .withNote("the line ends here")
        .withLabel(source, next.span(), "a new statement begins here")
        .withHelp("complete the line, or remove `" + sign + "`");
  }

  static Diagnostic braceOnNextLine(SourceText source, Lexeme brace, Lexeme before) {
    return Diagnostic.error(
            Codes.BRACE_ON_NEXT_LINE,
            "`{` opens on the line of its declaration",
            source,
            brace.span())
        .withNote("on a line of its own")
        .withLabel(source, before.span(), "it belongs behind this")
        .withHelp("move `{` to the end of the line above");
  }

  static Diagnostic happensInCondition(SourceText source, Lexeme words, String sign) {
    return Diagnostic.error(
            Codes.HAPPENS_IN_CONDITION,
            "`"
                + source.text(words.span())
                + "` is something that happens, and belongs into the condition of a `when`",
            source,
            words.span())
        .withNote("nothing runs here")
        .withHelp("to compare two values, write `" + sign + "`")
        .withHelp("for the time at which it happens: crossing name when …");
  }

  static Diagnostic unclosedBracket(SourceText source, Lexeme open, Lexeme where) {
    String bracket = source.text(open.span());
    Diagnostic diagnostic =
        Diagnostic.error(
                Codes.UNCLOSED_BRACKET,
                "this `" + bracket + "` is never closed",
                source,
                open.span())
            .withNote("opened here");
    String closer = closer(bracket);
    Span at = where.span();
    boolean atEnd = at.start() >= source.text().length();
    if (!atEnd) {
      diagnostic = diagnostic.withLabel(source, at, "`" + closer + "` is missing before this");
    }
    return diagnostic.withHelp(
        "add `" + closer + "`" + (atEnd ? "" : " before line " + lineOrColumn(source, open, at)));
  }

  private static String lineOrColumn(SourceText source, Lexeme open, Span at) {
    int line = source.line(at.start());
    return line == source.line(open.getStartIndex())
        ? line + ", column " + source.column(at.start())
        : String.valueOf(line);
  }

  private static String closer(String bracket) {
    return switch (bracket) {
      case "(" -> ")";
      case "[" -> "]";
      default -> "}";
    };
  }

  static Diagnostic strayBracket(SourceText source, Lexeme closer, Lexeme open) {
    String bracket = source.text(closer.span());
    if (open == null) {
      return Diagnostic.error(
              Codes.STRAY_BRACKET, "this `" + bracket + "` closes nothing", source, closer.span())
          .withNote("no bracket is open here")
          .withHelp("remove it, or open a bracket before it");
    }
    String opener = source.text(open.span());
    return Diagnostic.error(
            Codes.STRAY_BRACKET,
            "`" + opener + "` is closed by `" + bracket + "`",
            source,
            closer.span())
        .withNote("does not fit")
        .withLabel(source, open.span(), "opened here")
        .withHelp("write `" + closer(opener) + "` instead");
  }

  static Diagnostic tooManyBrackets(SourceText source, Span span, int most) {
    return Diagnostic.error(
            Codes.TOO_DEEP, "brackets are nested more than " + most + " deep", source, span)
        .withNote("one too many")
        .withHelp("give the inner parts names of their own");
  }

  static Diagnostic tooDeep(SourceText source, Span span, int most) {
    return Diagnostic.error(
            Codes.TOO_DEEP, "`if` and `=>` are nested more than " + most + " deep", source, span)
        .withNote("one too many")
        .withHelp("give the inner parts names of their own, or put the cases into a table");
  }

  static Diagnostic tooLong(SourceText source, Span span) {
    return Diagnostic.error(Codes.TOO_DEEP, "this expression is too long", source, span)
        .withNote("more than can be read at once")
        .withHelp("give parts of it names of their own, or add up a list: sum([…])");
  }

  static Diagnostic expressionTooDeep(SourceText source, Span span, int most) {
    return Diagnostic.error(
            Codes.TOO_DEEP,
            "this expression is more than " + most + " operations deep",
            source,
            span)
        .withHelp("give parts of it names of their own, or add up a list: sum([…])");
  }

  static Diagnostic tooLarge(SourceText source, int most) {
    return Diagnostic.error(
            Codes.TOO_LARGE,
            "this text has "
                + source.text().length()
                + " characters; at most "
                + most
                + " are read",
            source,
            new Span(0, 0))
        .withHelp("put data into a file of its own and read it: data d = csv(\"…\", { … })")
        .withHelp("split the script into modules and import them");
  }
}
