package org.tidemark.session.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.tidemark.grammar.TideLexing;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.token.Token;
import org.tidemark.grammar.token.TokenKind;

/**
 * An entry as tokens in frames. It need not be finished, nor right: brackets are matched where they
 * can be, and statements told apart by the rules that the reader of scripts has for line ends.
 */
final class Reading {
  private static final Set<String> ENDING_WORDS = Set.of("true", "false", "this");
  private static final Set<String> BEGINNING_WORDS =
      Set.of(
          "true", "false", "this", "not", "if", "for", "fn", "import", "show", "plot", "export",
          "assert", "let", "when");
  private static final Set<String> DECLARING =
      Set.of("param", "unit", "exchange", "correlate", "foreign");

  final String text;

  /** Comments aside. */
  final List<Token> tokens;

  final List<Token> comments;

  /** The frame in which each token stands; an opening or closing bracket stands outside. */
  final Frame[] around;

  /** The first token of the statement, element or row in which each token stands. */
  final int[] start;

  /** The bracket that matches each one; -1 where none does. */
  final int[] partner;

  /** The frame that each opening bracket opens. */
  final Frame[] opened;

  private Frame top = new Frame(Frame.Kind.ENTRY, null, -1, "");

  Reading(String text) {
    this.text = text;
    List<Token> all = TideLexing.tokens(new SourceText("typed", text));
    this.comments = all.stream().filter(Reading::isComment).toList();
    this.tokens =
        comments.isEmpty() ? all : all.stream().filter(token -> !isComment(token)).toList();
    int n = tokens.size();
    this.around = new Frame[n];
    this.start = new int[n];
    this.partner = new int[n];
    this.opened = new Frame[n];
    Arrays.fill(partner, -1);
    for (int i = 0; i < n; i++) {
      place(i);
    }
    int end = n == 0 ? 0 : tokens.get(n - 1).span().end();
    if (hasLineEnd(end, text.length())) {
      leaveTexts();
    }
  }

  private static boolean isComment(Token token) {
    return token.kind() == TokenKind.COMMENT || token.kind() == TokenKind.DOC_COMMENT;
  }

  private void place(int i) {
    Token token = tokens.get(i);
    String word = token.text();
    if (i > 0 && beginsLine(i)) {
      leaveTexts();
      if (top.endsAtLineEnd() && canEnd(i - 1) && canBegin(i)) {
        top.start = i;
      }
    }
    boolean quote = token.kind() == TokenKind.TEXT && word.equals("\"");
    boolean bracket = token.kind() == TokenKind.BRACKET || token.kind() == TokenKind.HOLE;
    if (quote && top.kind == Frame.Kind.TEXT || bracket && "])}".contains(word)) {
      close(i, quote ? "\"" : word);
      return;
    }
    around[i] = top;
    start[i] = top.start;
    if (quote) {
      open(i, new Frame(Frame.Kind.TEXT, top, i, ""));
    } else if (bracket) {
      open(i, frame(i, token, word));
    } else if (word.equals(";") || word.equals(",")) {
      boolean separates =
          word.equals(";") ? top.endsAtLineEnd() : !top.holdsStatements() && !isTableCell();
      if (separates || word.equals(",") && top.kind == Frame.Kind.WITH) {
        top.start = i + 1;
      }
    }
  }

  private boolean isTableCell() {
    return top.kind == Frame.Kind.TABLE;
  }

  private void open(int i, Frame frame) {
    opened[i] = frame;
    top = frame;
  }

  private void close(int i, String word) {
    Frame match = top;
    while (match.outer != null && !match.closer().strip().equals(word)) {
      // a hole and a text are left by their own ends only
      match = match.kind == Frame.Kind.TEXT || match.kind == Frame.Kind.HOLE ? null : match.outer;
      if (match == null) {
        break;
      }
    }
    if (match == null || match.outer == null) {
      around[i] = top;
      start[i] = top.start;
      return;
    }
    partner[i] = match.open;
    partner[match.open] = i;
    top = match.outer;
    around[i] = top;
    start[i] = top.start;
  }

  /** A text ends with its line at the latest. */
  private void leaveTexts() {
    for (Frame at = top; at.outer != null; at = at.outer) {
      if (at.kind == Frame.Kind.TEXT) {
        top = at.outer;
        leaveTexts();
        return;
      }
    }
  }

  private Frame frame(int i, Token token, String word) {
    if (token.kind() == TokenKind.HOLE) {
      return new Frame(Frame.Kind.HOLE, top, i, "");
    }
    if (word.equals("[")) {
      return new Frame(Frame.Kind.BRACKET, top, i, "");
    }
    if (word.equals("(")) {
      if (i >= 2 && isWord(i - 2, "fn")) {
        return new Frame(Frame.Kind.PARAMETERS, top, i, "");
      }
      boolean call =
          i > 0 && canEnd(i - 1) && !beginsLine(i) && tokens.get(i - 1).kind() != TokenKind.NUMBER;
      String head = call && isName(i - 1) ? tokens.get(i - 1).text() : "";
      return new Frame(call ? Frame.Kind.CALL : Frame.Kind.PAREN, top, i, head);
    }
    return brace(i);
  }

  private Frame brace(int i) {
    if (i > 0 && isWord(i - 1, "with")) {
      return new Frame(Frame.Kind.WITH, top, i, "");
    }
    if (i > 0
        && is(i - 1, ")")
        && partner[i - 1] > 0
        && opened[partner[i - 1]].head.equals("table")) {
      return new Frame(Frame.Kind.TABLE, top, i, "");
    }
    if (top.holdsStatements()) {
      int first = top.start;
      if (isDeclaration(first) && first < i && canEnd(i - 1)) {
        return new Frame(Frame.Kind.BODY, top, i, tokens.get(first).text());
      }
      if (first < i && (isWord(first, "when") || tokens.get(first).text().equals("once"))) {
        return new Frame(Frame.Kind.BODY, top, i, "when");
      }
    }
    boolean block = isName(i + 1) && (is(i + 2, "=") || is(i + 2, ":") && isAnnotated(i + 3));
    return new Frame(block ? Frame.Kind.BLOCK : Frame.Kind.RECORD, top, i, "");
  }

  /** Whether what follows a colon up to the line's end has an equals sign, as a definition has. */
  private boolean isAnnotated(int from) {
    for (int i = from; i < tokens.size() && !beginsLine(i); i++) {
      if (is(i, "=")) {
        return true;
      }
      if (is(i, ",") || is(i, "}") || is(i, "{")) {
        return false;
      }
    }
    return false;
  }

  // ---- questions

  int size() {
    return tokens.size();
  }

  /** Whether a token has a text; false where there is no such token. */
  boolean is(int i, String word) {
    return i >= 0
        && i < tokens.size()
        && tokens.get(i).text().equals(word)
        && tokens.get(i).kind() != TokenKind.TEXT;
  }

  /** Whether a token is a reserved word and stands for itself. */
  boolean isWord(int i, String word) {
    return is(i, word) && tokens.get(i).kind() == TokenKind.WORD && !is(i - 1, ".");
  }

  /** Whether a token is a name, also a reserved word behind a dot or before a colon. */
  boolean isName(int i) {
    if (i < 0 || i >= tokens.size()) {
      return false;
    }
    TokenKind kind = tokens.get(i).kind();
    return kind == TokenKind.NAME || kind == TokenKind.WORD && (is(i - 1, ".") || is(i + 1, ":"));
  }

  boolean isNumber(int i) {
    return i >= 0 && i < tokens.size() && tokens.get(i).kind() == TokenKind.NUMBER;
  }

  /** Whether a statement that starts with a token declares something of a kind. */
  boolean isDeclaration(int first) {
    return first < tokens.size()
        && tokens.get(first).kind() == TokenKind.NAME
        && !DECLARING.contains(tokens.get(first).text())
        && first + 1 < tokens.size()
        && !beginsLine(first + 1)
        && (tokens.get(first + 1).kind() == TokenKind.NAME || isQuote(first + 1));
  }

  private boolean isQuote(int i) {
    return tokens.get(i).kind() == TokenKind.TEXT && tokens.get(i).text().equals("\"");
  }

  /** Whether a line ends between a token and the one before. */
  boolean beginsLine(int i) {
    int from = i == 0 ? 0 : tokens.get(i - 1).span().end();
    return i == 0 || hasLineEnd(from, tokens.get(i).span().start());
  }

  boolean hasLineEnd(int from, int to) {
    for (int k = from; k < to; k++) {
      char c = text.charAt(k);
      if (c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  /** Whether a statement or an operand may end with a token. */
  boolean canEnd(int i) {
    if (i < 0) {
      return false;
    }
    Token token = tokens.get(i);
    return switch (token.kind()) {
      case NAME, NUMBER, TEXT -> true;
      case WORD -> ENDING_WORDS.contains(token.text()) || is(i - 1, ".");
      case BRACKET, HOLE -> ")]}".contains(token.text());
      case OPERATOR -> token.text().equals("%");
      case UNKNOWN -> token.text().equals("?");
      default -> false;
    };
  }

  private boolean canBegin(int i) {
    Token token = tokens.get(i);
    return switch (token.kind()) {
      case NAME, NUMBER, TEXT -> true;
      case WORD -> BEGINNING_WORDS.contains(token.text()) || is(i + 1, ":");
      case BRACKET, HOLE -> "([{".contains(token.text());
      default -> false;
    };
  }

  /** The frame behind the last token. */
  Frame end() {
    return top;
  }

  /** How many tokens end at or before a place. */
  int before(int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).span().end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The frame right behind a token; that of the entry for -1. */
  Frame behind(int i) {
    if (i < 0) {
      return entry();
    }
    return opened[i] != null ? opened[i] : around[i];
  }

  private Frame entry() {
    Frame at = top;
    while (at.outer != null) {
      at = at.outer;
    }
    return at;
  }
}
