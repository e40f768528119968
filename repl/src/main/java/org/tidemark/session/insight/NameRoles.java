package org.tidemark.session.insight;

import java.util.Set;
import org.tidemark.grammar.token.Token;
import org.tidemark.grammar.token.TokenKind;
import org.tidemark.session.Highlight.Role;

/** Tells what a name in an entry stands for. */
final class NameRoles {
  private static final Set<String> FIRST_WORDS =
      Set.of("param", "unit", "exchange", "correlate", "foreign", "once");
  private static final Set<String> HEADER_WORDS = Set.of("extends", "on");
  private static final Set<String> TYPES = Set.of("date", "text", "bool");

  private final Known known;
  private final Reading reading;
  private final EntryNames own;

  NameRoles(Known known, Reading reading, EntryNames own) {
    this.known = known;
    this.reading = reading;
    this.own = own;
  }

  Role of(int i) {
    Frame frame = reading.around[i];
    String word = word(i);
    if (reading.is(i - 1, "@")) {
      return Role.ANNOTATION;
    }
    if (reading.isWord(reading.start[i], "import") && frame.kind == Frame.Kind.ENTRY) {
      return Role.MODULE;
    }
    if (reading.is(i - 1, ".")) {
      return Role.FIELD;
    }
    if (inType(i)) {
      return TYPES.contains(word) ? Role.KEYWORD : Role.UNIT;
    }
    if (frame.holdsStatements()) {
      Role placed = inStatement(i, frame, word);
      if (placed != null) {
        return placed;
      }
    }
    if (frame.kind == Frame.Kind.WITH && isPath(i, frame)) {
      return Role.FIELD;
    }
    if (reading.is(i + 1, ":")) {
      return frame.kind == Frame.Kind.PARAMETERS ? Role.LOCAL : Role.LABEL;
    }
    boolean unit = reading.isNumber(i - 1) && !reading.beginsLine(i);
    if (unit && (known.units.contains(word) || own.units.contains(word))) {
      return Role.UNIT;
    }
    // the columns of a table are declared by their types
    boolean column = reading.is(i - 1, ":") && mayBeNamed(i);
    return column && TYPES.contains(word) ? Role.KEYWORD : value(i, word);
  }

  private String word(int i) {
    return reading.tokens.get(i).text();
  }

  private Role inStatement(int i, Frame frame, String word) {
    int first = reading.start[i];
    boolean declares = reading.isDeclaration(first);
    if (i == first) {
      boolean nameFollows =
          i + 1 < reading.size()
              && !reading.beginsLine(i + 1)
              && (reading.tokens.get(i + 1).kind() == TokenKind.NAME
                  || reading.tokens.get(i + 1).kind() == TokenKind.WORD);
      if (FIRST_WORDS.contains(word) && nameFollows) {
        return Role.KEYWORD;
      }
      boolean running = frame.kind == Frame.Kind.BODY && known.runningWords.contains(word);
      if (declares && running) {
        return Role.KEYWORD;
      }
      if (declares) {
        return known.kinds.contains(word) ? Role.KIND : beginning(i, word, Role.KIND);
      }
      if (reading.is(i + 1, "=") || reading.is(i + 1, ":")) {
        return defined(frame);
      }
      if (word.equals("once")) {
        return Role.KEYWORD;
      }
      return null;
    }
    if (i == first + 1 && (reading.is(first, "param") || reading.isWord(first, "fn"))) {
      return Role.DEFINITION;
    }
    if (i == first + 1 && (reading.is(first, "unit") || reading.is(first, "exchange"))) {
      return Role.UNIT;
    }
    if (reading.isWord(first, "let") && i == first + 1) {
      return Role.LOCAL;
    }
    if (declares && i == first + 1) {
      boolean running = frame.kind == Frame.Kind.BODY && !frame.isModel();
      return running ? Role.LOCAL : Role.DEFINITION;
    }
    if (declares && HEADER_WORDS.contains(word) && reading.canEnd(i - 1)) {
      return Role.KEYWORD;
    }
    boolean over = word.equals("over") && reading.isWord(first, "plot") && reading.canEnd(i - 1);
    boolean once = word.equals("once") && reading.is(i + 1, "{");
    return over || once ? Role.KEYWORD : null;
  }

  private static Role defined(Frame frame) {
    if (frame.kind == Frame.Kind.BLOCK) {
      return Role.LOCAL;
    }
    if (frame.kind == Frame.Kind.BODY && !frame.isModel()) {
      return frame.head.equals("when") ? Role.LOCAL : Role.FIELD;
    }
    return Role.DEFINITION;
  }

  private boolean isPath(int i, Frame frame) {
    for (int k = reading.start[i]; k < i; k++) {
      if (reading.around[k] == frame && reading.is(k, "=")) {
        return false;
      }
    }
    return true;
  }

  private Role value(int i, String word) {
    if (own.isLocal(i, word)) {
      return Role.LOCAL;
    }
    if (own.definitions.contains(word) || known.definitions.contains(word)) {
      return Role.DEFINITION;
    }
    if (own.modules.contains(word) || known.modules.contains(word)) {
      return Role.MODULE;
    }
    if (known.builtins.contains(word)) {
      return Role.BUILTIN;
    }
    if (known.units.contains(word) || own.units.contains(word)) {
      return Role.UNIT;
    }
    if (known.clocks.contains(word) && inBody(i)) {
      return Role.LOCAL;
    }
    return mayBeNamed(i) ? Role.LOCAL : beginning(i, word, Role.UNKNOWN);
  }

  private boolean inBody(int i) {
    if (reading.isDeclaration(statement(i))) {
      return true;
    }
    for (Frame at = reading.around[i]; at != null; at = at.outer) {
      if (at.kind == Frame.Kind.BODY) {
        return true;
      }
    }
    return false;
  }

  /** The first token of the statement in which a token stands, however deep in brackets. */
  private int statement(int i) {
    int at = i;
    while (!reading.around[at].holdsStatements()) {
      at = reading.around[at].open;
    }
    return reading.start[at];
  }

  /** Whether names may come from somewhere that the tokens do not tell. */
  private boolean mayBeNamed(int i) {
    if (own.inherits(i)) {
      return true;
    }
    for (Frame at = reading.around[i]; at != null && at.outer != null; at = at.outer) {
      boolean reads =
          at.kind == Frame.Kind.CALL && (known.readsNames(at.head) || at.head.equals("table"));
      boolean runs = at.kind == Frame.Kind.BODY && !at.isModel() && !at.head.equals("firm");
      if (reads || runs || at.kind == Frame.Kind.TABLE) {
        return true;
      }
    }
    return false;
  }

  /** The last word may still become something that is known. */
  private Role beginning(int i, String word, Role known) {
    boolean last =
        i == reading.size() - 1 && reading.tokens.get(i).span().end() == reading.text.length();
    if (last && this.known.isBeginning(word)) {
      return known == Role.KIND ? Role.KIND : Role.DEFINITION;
    }
    return Role.UNKNOWN;
  }

  /** Whether a token stands in a type: behind a colon of a definition, an arrow or {@code as}. */
  boolean inType(int i) {
    int at = i - 1;
    while (at >= reading.start[i] && isPartOfType(at)) {
      at--;
    }
    if (at < reading.start[i]) {
      return false;
    }
    if (reading.isWord(at, "as")) {
      return !reading.isWord(reading.start[i], "import") && followsSign(at, i);
    }
    if (reading.is(at, "->")) {
      return true;
    }
    if (!reading.is(at, ":") || !reading.isName(at - 1)) {
      return false;
    }
    Frame frame = reading.around[at];
    int first = reading.start[at];
    if (frame.kind == Frame.Kind.PARAMETERS) {
      return at - 1 == first;
    }
    boolean role =
        reading.is(first, "param") || reading.isWord(first, "let") || reading.isDeclaration(first);
    return frame.holdsStatements() && (at - 1 == first || role && at - 2 == first);
  }

  private boolean isPartOfType(int at) {
    Token token = reading.tokens.get(at);
    return switch (token.kind()) {
      case NAME, NUMBER -> true;
      case OPERATOR -> "*/^%-".contains(token.text());
      case BRACKET -> "()[]".contains(token.text());
      default -> false;
    };
  }

  /** Behind {@code as}, a further name belongs to the type only where a sign joins it. */
  private boolean followsSign(int as, int i) {
    return i == as + 1 || reading.tokens.get(i - 1).kind() != TokenKind.NAME;
  }
}
