package org.tidemark.session.insight;

import java.util.Set;
import org.tidemark.grammar.token.Token;
import org.tidemark.grammar.token.TokenKind;

/** A place in an entry: the word that is being typed there, and what stands before it. */
final class Cursor {
  private static final Set<String> UNIT_SIGNS = Set.of("*", "/", "^", "%", "(", ")", "[", "]", "-");

  /** What stands before the word. */
  final Reading before;

  final String text;

  /** Where the word begins and ends. */
  final int from;

  final int to;

  /** The part of the word that stands before the cursor. */
  final String word;

  final Frame frame;

  /** The last token before the word; -1 for none. */
  final int last;

  /** A place behind which a stretch is to be replaced, such as a text with its quotes. */
  Cursor(String text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.word = "";
    this.before = new Reading(text.substring(0, from));
    this.frame = before.end();
    this.last = before.size() - 1;
  }

  Cursor(String text, int cursor) {
    this.text = text;
    int start = cursor;
    while (start > 0 && isPart(text.charAt(start - 1))) {
      start--;
    }
    // a number, or a number with its unit behind it without a space
    int letters = start;
    while (letters < cursor && isDigit(text.charAt(letters))) {
      letters++;
    }
    int end = cursor;
    while (end < text.length() && isPart(text.charAt(end))) {
      end++;
    }
    this.from = letters;
    this.to = end;
    this.word = text.substring(from, cursor);
    this.before = new Reading(text.substring(0, from));
    this.frame = before.end();
    this.last = before.size() - 1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9' || c == '_';
  }

  static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) && !Character.isSurrogate(c) || c == '_';
  }

  /** Whether it stands in a comment. */
  boolean inComment() {
    if (before.comments.isEmpty()) {
      return false;
    }
    Token comment = before.comments.get(before.comments.size() - 1);
    String words = comment.text();
    boolean block = words.startsWith("/*");
    boolean open = block ? !words.endsWith("*/") || words.length() < 4 : true;
    return open
        && (last < 0 || before.tokens.get(last).span().end() <= comment.span().start())
        && (block || !before.hasLineEnd(comment.span().end(), from));
  }

  /** Whether the place begins a statement, an amendment or a row. */
  boolean atStart() {
    if (last < 0 || before.opened[last] == frame || before.is(last, ";")) {
      return frame.kind != Frame.Kind.PAREN;
    }
    return frame.endsAtLineEnd() && beginsLine() && before.canEnd(last)
        || frame.kind == Frame.Kind.WITH && before.is(last, ",");
  }

  /** Where the second token of the statement begins. */
  int nameBefore() {
    return before.tokens.get(frame.start + 1).span().start();
  }

  /** Whether a line ends between the last token and the word. */
  boolean beginsLine() {
    int end = last < 0 ? 0 : before.tokens.get(last).span().end();
    return before.hasLineEnd(end, from);
  }

  boolean lastIs(String word) {
    return before.is(last, word);
  }

  boolean lastIsWord(String word) {
    return before.isWord(last, word);
  }

  /** The first token of the statement, element or row in which the place stands. */
  int start() {
    return frame.start;
  }

  /** Whether the place follows an operand on its line, so that an operator may come. */
  boolean behindOperand() {
    return last >= 0
        && before.canEnd(last)
        && before.opened[last] != frame
        && !(frame.endsAtLineEnd() && beginsLine());
  }

  /** Whether it stands right behind a number, where a unit belongs. */
  boolean behindNumber() {
    return before.isNumber(last) && !(frame.endsAtLineEnd() && beginsLine());
  }

  /** Whether it stands where a type is written, behind a colon or an arrow. */
  boolean inAnnotation() {
    int i = typeStart();
    if (i < 0) {
      return false;
    }
    if (before.is(i, "->")) {
      return true;
    }
    if (!before.is(i, ":") || !before.isName(i - 1)) {
      return false;
    }
    int first = frame.start;
    if (frame.kind == Frame.Kind.PARAMETERS) {
      return i - 1 == first;
    }
    if (!frame.holdsStatements()) {
      return false;
    }
    boolean role = before.is(first, "param") || before.isWord(first, "let");
    return i - 1 == first || i - 2 == first && (role || before.isDeclaration(first));
  }

  /** Whether it stands in the unit of an {@code as}. */
  boolean inConversion() {
    int i = typeStart();
    return i > 0 && before.isWord(i, "as") && !before.isWord(frame.start, "import");
  }

  /** The token before a run of signs and names that may spell a type; -1 for none. */
  private int typeStart() {
    int i = last;
    boolean name = false;
    while (i > frame.start - 1 && i >= 0) {
      Token token = before.tokens.get(i);
      boolean isName = token.kind() == TokenKind.NAME || token.kind() == TokenKind.NUMBER;
      if (isName == name && isName || !isName && !UNIT_SIGNS.contains(token.text())) {
        break;
      }
      name = isName;
      i--;
    }
    return name && i == last ? -1 : i;
  }

  /** Whether the factor before the last sign is a unit behind a number. */
  boolean behindUnit() {
    int i = last - 1;
    while (i > 1 && (before.is(i - 1, "/") || before.is(i - 1, "*"))) {
      i -= 2;
    }
    return before.isName(i) && before.isNumber(i - 1);
  }

  /** Whether a type has begun already, so that a unit's further factor is being typed. */
  boolean inFactor() {
    return lastIs("/") || lastIs("*") || lastIs("^");
  }
}
