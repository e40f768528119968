package org.tidemark.grammar.reader;

import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;

/** What can be wrong with the characters of a text. */
final class LexicalErrors {
  private LexicalErrors() {}

  static Diagnostic unknownCharacter(SourceText source, Span span) {
    String character = source.text(span);
    Diagnostic diagnostic =
        Diagnostic.error(
                Codes.UNKNOWN_CHARACTER,
                "the character `" + character + "` has no meaning in Tide",
                source,
                span)
            .withNote("not part of the language");
    String instead = instead(character.codePointAt(0));
    return instead.isEmpty() ? diagnostic : diagnostic.withHelp(instead);
  }

  private static String instead(int character) {
    return switch (character) {
      case '“', '”', '„', '«', '»' -> "texts stand in straight double quotes: \"…\"";
      case '‘', '’', '`', '\'' -> "texts stand in double quotes: \"…\"";
      case '≤' -> "write `<=`";
      case '≥' -> "write `>=`";
      case '≠' -> "write `!=`";
      case '×', '·', '⋅' -> "write `*` to multiply";
      case '÷' -> "write `/` to divide";
      case '−', '–', '—' -> "write `-` (the plain minus sign)";
      case '→' -> "write `=>` for a function of one line, `->` before a result's unit";
      case '²' -> "write `^2`";
      case '³' -> "write `^3`";
      case '$' -> "write the currency's name behind the amount: 5 USD";
      case '€' -> "write the currency's name behind the amount: 5 EUR";
      case '#' -> "comments begin with `//`";
      case '?' -> "write `if condition then a else b`";
      case '|' -> "write `|>` to pass a value on, `or` for either of two conditions";
      case '&' -> "write `and` for both of two conditions";
      case '\\' -> "a backslash stands in texts only";
      case '∞' -> "write `never` for a date that does not come";
      default -> "remove it, or put it into a text: \"…\"";
    };
  }

  static Diagnostic unclosedText(SourceText source, Span span) {
    return Diagnostic.error(
            Codes.UNCLOSED_TEXT,
            "this text has no closing quote",
            source,
            new Span(span.start(), span.start() + 1))
        .withNote("opened here")
        .withLabel(source, new Span(span.end(), span.end()), "the line ends without `\"`")
        .withHelp("put `\"` where the text ends; a text stays on one line, `\\n` begins a new one")
        .withHelp("a brace in a text opens a hole: write `\\{` for the character itself");
  }

  static Diagnostic unclosedComment(SourceText source, Span span) {
    return Diagnostic.error(Codes.UNCLOSED_COMMENT, "this comment never ends", source, span)
        .withNote("opened here")
        .withHelp("put `*/` where it ends, or write `//` for a comment to the end of the line");
  }

  static Diagnostic badNumber(SourceText source, Span span) {
    String written = Quote.of(source, span);
    Diagnostic diagnostic =
        Diagnostic.error(Codes.BAD_NUMBER, "`" + written + "` is not a number", source, span);
    if (written.startsWith(".") && followsOperand(source, span.start())) {
      return diagnostic
          .withNote("elements are not picked with a dot")
          .withHelp("write [" + written.substring(1) + "]");
    }
    if (written.startsWith(".")) {
      return diagnostic
          .withNote("a digit is missing before the point")
          .withHelp("write 0" + written);
    }
    char second = written.length() > 1 ? Character.toLowerCase(written.charAt(1)) : ' ';
    if (second == 'x' || second == 'b' || second == 'o') {
      return diagnostic
          .withNote("Tide has decimal numbers only")
          .withHelp("write its decimal value" + decimal(written));
    }
    if (written.indexOf('_') >= 0) {
      return diagnostic
          .withNote("`_` stands between two digits")
          .withHelp("write " + written.replaceAll("_+", "_").replaceAll("_(?=\\.|$)", ""));
    }
    return diagnostic
        .withNote("more than one decimal point")
        .withHelp(
            "a number has one decimal point at most; write a text for a version: \""
                + written
                + "\"")
        .withHelp("group digits with `_`: 1_000_000");
  }

  private static boolean followsOperand(SourceText source, int offset) {
    char before = offset > 0 ? source.text().charAt(offset - 1) : ' ';
    return Character.isLetterOrDigit(before) || before == '_' || before == ']' || before == ')';
  }

  private static String decimal(String written) {
    int radix =
        switch (Character.toLowerCase(written.charAt(1))) {
          case 'x' -> 16;
          case 'o' -> 8;
          default -> 2;
        };
    try {
      return ", " + Long.parseLong(written.substring(2).replace("_", ""), radix);
    } catch (NumberFormatException tooLongOrWrongDigits) {
      return "";
    }
  }

  static Diagnostic numberTooLarge(SourceText source, Span span) {
    return Diagnostic.error(Codes.BAD_NUMBER, "this number is too large", source, span)
        .withNote("beyond 1.8e308")
        .withHelp("write it in a larger unit");
  }

  static Diagnostic singleQuotes(SourceText source, Span span) {
    String written = Quote.of(source, span);
    return Diagnostic.error(Codes.QUOTES, "a text stands in double quotes", source, span)
        .withNote("single quotes mean nothing here")
        .withHelp("write \"" + inner(written) + "\"");
  }

  private static String inner(String quoted) {
    int end = quoted.endsWith("'") ? quoted.length() - 1 : quoted.length();
    return quoted.substring(1, end);
  }

  static Diagnostic unknownEscape(SourceText source, Span span) {
    return Diagnostic.error(
            Codes.QUOTES, "`" + source.text(span) + "` stands for nothing in a text", source, span)
        .withNote("not an escape")
        .withHelp("a text knows \\n \\t \\\" \\\\ \\{ and \\}; write `\\\\` for a backslash");
  }
}
