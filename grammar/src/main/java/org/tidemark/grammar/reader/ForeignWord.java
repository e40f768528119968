package org.tidemark.grammar.reader;

import org.tidemark.grammar.antlr.TideTokens;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;

/** Words that begin a statement in other languages. */
final class ForeignWord {
  private ForeignWord() {}

  /** What to say of a statement that begins with one, or null. */
  static Diagnostic explain(SourceText source, LaidOut laidOut, int from, int to) {
    Lexeme[] tokens = laidOut.tokens();
    Lexeme first = tokens[from];
    int type = first.getType();
    if (type == TideTokens.FOR) {
      return of(source, first, "loops")
          .withHelp("for a list, write a comprehension: [f(x) for x in xs]")
          .withHelp("for repeated declarations, write firm f[k in xs] { … }");
    }
    if (type != TideTokens.KIND && type != TideTokens.NAME || from + 1 >= to) {
      return null;
    }
    int length = first.end() - first.getStartIndex();
    if (length < 2 || length > 8) {
      return null;
    }
    int next = tokens[from + 1].getType();
    boolean declares = type == TideTokens.KIND;
    switch (source.text(first.span())) {
      case "def", "function", "func", "fun" -> {
        return declares
            ? of(source, first, "this word")
                .withHelp("a function is declared with `fn`: fn f(x) = x + 1")
            : null;
      }
      case "var", "val", "const" -> {
        return declares
            ? of(source, first, "this word")
                .withHelp("leave it out: name = value")
                .withHelp("for an input that is set from outside, write param name = value")
            : null;
      }
      case "while", "repeat" -> {
        boolean loop = declares || (next == TideTokens.OPEN_PAREN && hasBody(laidOut, from, to));
        return loop || next == TideTokens.TRUE || next == TideTokens.NOT
            ? of(source, first, "loops")
                .withHelp("for a list, write a comprehension: [f(x) for x in xs]")
                .withHelp("for what changes with time, declare a process with `next` or `der`")
            : null;
      }
      case "return" -> {
        boolean returns = declares || Words.beginsOperand(next) || next == TideTokens.MINUS;
        return returns
            ? of(source, first, "this word")
                .withHelp("leave it out: the last line of a block is its value")
            : null;
      }
      default -> {
        return null;
      }
    }
  }

  private static boolean hasBody(LaidOut laidOut, int from, int to) {
    for (int i = from; i < to; i++) {
      if (laidOut.tokens()[i].getType() == TideTokens.OPEN_BODY) {
        return true;
      }
    }
    return false;
  }

  private static Diagnostic of(SourceText source, Lexeme word, String what) {
    String text = source.text(word.span());
    return Diagnostic.error(
            Codes.FOREIGN_WORD,
            what.equals("loops") ? "Tide has no loops" : "Tide has no `" + text + "`",
            source,
            word.span())
        .withNote("not part of Tide");
  }
}
