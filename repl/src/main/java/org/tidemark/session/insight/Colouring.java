package org.tidemark.session.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.tidemark.grammar.token.Token;
import org.tidemark.grammar.token.TokenKind;
import org.tidemark.session.Highlight;
import org.tidemark.session.Highlight.Role;

/** Tells what each stretch of an entry is. Goes by the tokens alone, so that it is fast. */
final class Colouring {
  private static final Set<String> WORD_OPERATORS = Set.of("falls", "below", "rises", "above");

  private final Reading reading;
  private final EntryNames own;
  private final NameRoles roles;
  private final List<Highlight> found = new ArrayList<>();

  Colouring(Known known, String text) {
    this.reading = new Reading(text);
    this.own = new EntryNames(reading);
    this.roles = new NameRoles(known, reading, own);
  }

  /** The stretches, in order; none overlap. */
  List<Highlight> colour() {
    for (Token comment : reading.comments) {
      boolean documents = comment.kind() == TokenKind.DOC_COMMENT;
      add(comment, documents ? Role.DOC_COMMENT : Role.COMMENT);
    }
    for (int i = 0; i < reading.size(); i++) {
      add(reading.tokens.get(i), role(i));
    }
    found.sort(Comparator.comparingInt(Highlight::from));
    return List.copyOf(found);
  }

  private void add(Token token, Role role) {
    found.add(new Highlight(token.span().start(), token.span().end(), role));
  }

  private Role role(int i) {
    Token token = reading.tokens.get(i);
    return switch (token.kind()) {
      case NUMBER -> Role.NUMBER;
      case TEXT -> reading.opened[i] != null && !closes(i) ? Role.UNMATCHED : Role.TEXT;
      case BRACKET, HOLE -> bracket(i);
      case PUNCTUATION -> Role.PUNCTUATION;
      case OPERATOR -> operator(i);
      case UNKNOWN -> Role.UNKNOWN;
      case WORD -> reading.isName(i) ? roles.of(i) : Role.KEYWORD;
      case NAME -> isWordOperator(i) ? Role.KEYWORD : roles.of(i);
      case COMMENT -> Role.COMMENT;
      case DOC_COMMENT -> Role.DOC_COMMENT;
    };
  }

  /** Whether a text that opens here is closed, or may still be as it is the last thing. */
  private boolean closes(int i) {
    return reading.partner[i] >= 0 || reading.opened[i] == reading.end();
  }

  private Role bracket(int i) {
    boolean opens = reading.opened[i] != null;
    boolean open = false;
    if (opens && reading.partner[i] < 0) {
      // what is open at the end may still be closed
      for (Frame at = reading.end(); at != null; at = at.outer) {
        open |= at == reading.opened[i];
      }
    }
    return reading.partner[i] >= 0 || open ? Role.BRACKET : Role.UNMATCHED;
  }

  private Role operator(int i) {
    if (reading.is(i, "@")) {
      return Role.ANNOTATION;
    }
    boolean perCent = reading.is(i, "%") && (reading.isNumber(i - 1) || roles.inType(i));
    return perCent ? Role.UNIT : Role.OPERATOR;
  }

  private boolean isWordOperator(int i) {
    String word = reading.tokens.get(i).text();
    return WORD_OPERATORS.contains(word)
        && reading.canEnd(i - 1)
        && !reading.is(i - 1, ".")
        && (word.equals("falls") && reading.is(i + 1, "below")
            || word.equals("rises") && reading.is(i + 1, "above")
            || word.equals("below") && reading.is(i - 1, "falls")
            || word.equals("above") && reading.is(i - 1, "rises"));
  }
}
