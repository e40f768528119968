package org.tidemark.grammar.reader;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.misc.IntegerStack;
import org.tidemark.grammar.antlr.TideTokens;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.DocComment;
import org.tidemark.grammar.tree.Trivia;
import org.tidemark.grammar.tree.TriviaKind;

/**
 * Cuts a text into lexemes and sets comments aside. What is wrong with the characters themselves is
 * reported here; a lexeme of type {@code INVALID} then stands in its place, so that the statement
 * around it is dropped without a second message.
 */
final class Scanner {
  private final SourceText source;
  private final String text;
  private final Problems problems;
  private final SafeLexer lexer;
  private final List<Lexeme> lexemes = new ArrayList<>();
  private final List<Trivia> trivia = new ArrayList<>();
  private final PendingDoc doc = new PendingDoc();
  private int lineStart;
  private boolean lineIsBlank = true;
  private int blankFrom = -1;
  private int unknownOnLine = -1;
  private boolean firstOnLine = true;
  private final IntegerStack openTexts = new IntegerStack();

  private Scanner(SourceText source, Problems problems) {
    this.source = source;
    this.text = source.text();
    this.problems = problems;
    this.lexer = new SafeLexer(new TextStream(text));
  }

  /** The lexemes that matter to the parser, the last one being the end of the text. */
  static Scan scan(SourceText source, Problems problems) {
    Scanner scanner = new Scanner(source, problems);
    scanner.run();
    return new Scan(scanner.lexemes, scanner.trivia);
  }

  private void run() {
    while (true) {
      Lexeme lexeme = (Lexeme) lexer.nextToken();
      switch (lexeme.getType()) {
        case TideTokens.EOF -> {
          closeTexts(lexeme);
          endBlankRun(text.length());
          add(lexeme);
          return;
        }
        case TideTokens.SPACE -> {}
        case TideTokens.LINE_END -> lineEnd(lexeme);
        case TideTokens.LINE_COMMENT -> comment(lexeme, TriviaKind.LINE_COMMENT);
        case TideTokens.BLOCK_COMMENT -> comment(lexeme, TriviaKind.BLOCK_COMMENT);
        case TideTokens.DOC_COMMENT -> {
          comment(lexeme, TriviaKind.DOC_COMMENT);
          doc.line(source, lexeme);
        }
        case TideTokens.UNCLOSED_COMMENT -> {
          problems.add(LexicalErrors.unclosedComment(source, lexeme.span()));
          Lexeme end =
              new Lexeme(
                  lexer.sourcePair(),
                  TideTokens.EOF,
                  Lexeme.DEFAULT_CHANNEL,
                  text.length(),
                  text.length() - 1);
          endBlankRun(lexeme.getStartIndex());
          trivia.add(
              new Trivia(
                  TriviaKind.BLOCK_COMMENT,
                  text.substring(lexeme.getStartIndex()),
                  new Span(lexeme.getStartIndex(), text.length())));
          closeTexts(end);
          lexeme.setType(TideTokens.INVALID);
          add(lexeme);
          add(end);
          return;
        }
        case TideTokens.UNKNOWN -> unknown(lexeme);
        case TideTokens.BAD_NUMBER -> {
          problems.add(LexicalErrors.badNumber(source, lexeme.span()));
          lexeme.setType(TideTokens.NUMBER);
          add(lexeme);
        }
        case TideTokens.SINGLE_QUOTED -> {
          problems.add(LexicalErrors.singleQuotes(source, lexeme.span()));
          lexeme.setType(TideTokens.INVALID);
          add(lexeme);
        }
        case TideTokens.TEXT_OPEN -> {
          add(lexeme);
          openTexts.push(lexeme.getStartIndex());
        }
        case TideTokens.TEXT_CLOSE -> {
          add(lexeme);
          openTexts.pop();
        }
        default -> add(lexeme);
      }
    }
  }

  private void add(Lexeme lexeme) {
    content();
    lexeme.firstOnLine = firstOnLine;
    firstOnLine = false;
    lexeme.doc = doc.take();
    lexemes.add(lexeme);
  }

  /** Something other than space stands on this line. */
  private void content() {
    if (lineIsBlank) {
      lineIsBlank = false;
      endBlankRun(lineStart);
    }
  }

  private void endBlankRun(int offset) {
    if (blankFrom >= 0 && offset > blankFrom) {
      trivia.add(
          new Trivia(
              TriviaKind.BLANK_LINES,
              text.substring(blankFrom, offset),
              new Span(blankFrom, offset)));
    }
    blankFrom = -1;
  }

  private void lineEnd(Lexeme lexeme) {
    closeTexts(lexeme);
    if (lineIsBlank && blankFrom < 0) {
      blankFrom = lineStart;
    }
    lineIsBlank = true;
    lineStart = lexeme.end();
    firstOnLine = true;
  }

  private void comment(Lexeme lexeme, TriviaKind kind) {
    content();
    Span span = lexeme.span();
    String words = source.text(span);
    trivia.add(new Trivia(kind, words, span));
    if (kind == TriviaKind.BLOCK_COMMENT
        && (words.indexOf('\n') >= 0 || words.indexOf('\r') >= 0)) {
      firstOnLine = true;
    }
  }

  private void unknown(Lexeme lexeme) {
    content();
    // One message a line: a pasted pair of curly quotes is one mistake.
    if (unknownOnLine != lineStart) {
      unknownOnLine = lineStart;
      int start = lexeme.getStartIndex();
      int end = start + Character.charCount(text.codePointAt(start));
      problems.add(LexicalErrors.unknownCharacter(source, new Span(start, end)));
    }
    lexeme.setType(TideTokens.INVALID);
    add(lexeme);
  }

  /** Texts end on their line: reports and closes what is open at its end. */
  private void closeTexts(Lexeme at) {
    if (openTexts.isEmpty()) {
      return;
    }
    int outermost = openTexts.toArray()[0];
    problems.add(LexicalErrors.unclosedText(source, new Span(outermost, at.getStartIndex())));
    boolean bodyBegins = at.getStartIndex() > 0 && lastCharacterBefore(at.getStartIndex()) == '{';
    add(Lexeme.virtual(at, TideTokens.INVALID, at.getStartIndex()));
    // Drop everything since the outermost quote: the statement is lost anyway.
    int from = lexemes.size() - 1;
    while (lexemes.get(from).getStartIndex() > outermost
        || lexemes.get(from).getType() != TideTokens.TEXT_OPEN) {
      from--;
    }
    Lexeme invalid = lexemes.get(lexemes.size() - 1);
    invalid.firstOnLine = lexemes.get(from).firstOnLine;
    lexemes.subList(from, lexemes.size()).clear();
    lexemes.add(invalid);
    if (bodyBegins) {
      // `test "x {`: the brace was meant to open a body, and a `}` for it will come.
      lexemes.add(Lexeme.virtual(at, TideTokens.OPEN_BRACE, at.getStartIndex()));
    }
    openTexts.clear();
    lexer.leaveTexts(bodyBegins);
  }

  private char lastCharacterBefore(int offset) {
    int i = offset - 1;
    while (i > 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i--;
    }
    return text.charAt(i);
  }

  /** Gathers {@code ///} lines until the token that they document. */
  private static final class PendingDoc {
    private StringBuilder words;
    private Span span;
    private int lastLine;

    void line(SourceText source, Lexeme lexeme) {
      int line = source.line(lexeme.getStartIndex());
      String raw = source.text(lexeme.span()).substring(3);
      String stripped = raw.startsWith(" ") ? raw.substring(1) : raw;
      if (words == null || line != lastLine + 1) {
        words = new StringBuilder(stripped);
        span = lexeme.span();
      } else {
        words.append('\n').append(stripped);
        span = span.to(lexeme.span());
      }
      lastLine = line;
    }

    DocComment take() {
      if (words == null) {
        return null;
      }
      DocComment taken = new DocComment(words.toString(), span);
      words = null;
      return taken;
    }
  }
}
