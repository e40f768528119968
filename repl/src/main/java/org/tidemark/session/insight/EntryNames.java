package org.tidemark.session.insight;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tidemark.grammar.token.TokenKind;

/** The names that an entry gives to something itself, wherever in it they are good. */
final class EntryNames {
  /** What the entry defines at any level. */
  final Set<String> definitions = new HashSet<>();

  final Set<String> modules = new HashSet<>();
  final Set<String> units = new HashSet<>();

  /** Names that a function, a lambda, a comprehension, a block or a body binds, by statement. */
  private final Map<Integer, Set<String>> locals = new HashMap<>();

  private final Reading reading;

  EntryNames(Reading reading) {
    this.reading = reading;
    for (int i = 0; i < reading.size(); i++) {
      if (reading.tokens.get(i).kind() == TokenKind.NAME) {
        name(i);
      }
    }
  }

  private void name(int i) {
    Frame frame = reading.around[i];
    String word = reading.tokens.get(i).text();
    int first = reading.start[i];
    boolean assigned = reading.is(i + 1, "=") || reading.is(i + 1, ":");
    if (isLocal(i, frame, first, assigned)) {
      locals.computeIfAbsent(statement(i), key -> new HashSet<>()).add(word);
    } else if (defines(i, frame, first, assigned)) {
      definitions.add(word);
    } else if (i == first + 1 && reading.is(first, "unit") && frame.holdsStatements()) {
      units.add(word);
    } else if (i == first + 1 && reading.is(first, "exchange") && frame.holdsStatements()) {
      units.add(word);
    } else if (reading.isWord(first, "import") && frame.kind == Frame.Kind.ENTRY) {
      boolean last = i + 1 == reading.size() || reading.beginsLine(i + 1) || reading.is(i + 1, ";");
      if (last) {
        modules.add(word);
      }
    }
  }

  private boolean isLocal(int i, Frame frame, int first, boolean assigned) {
    if (reading.is(i + 1, "=>") || reading.isWord(i - 1, "for") || reading.isWord(i - 1, "let")) {
      return true;
    }
    if (reading.is(i - 1, "over") || frame.kind == Frame.Kind.PARAMETERS && i == first) {
      return reading.is(i - 1, "over") ? reading.isWord(i + 1, "in") : true;
    }
    if (frame.kind == Frame.Kind.BRACKET && i == first && reading.isWord(i + 1, "in")) {
      return true;
    }
    if (frame.kind == Frame.Kind.PAREN || frame.kind == Frame.Kind.CALL) {
      int close = reading.partner[frame.open];
      return close >= 0 && reading.is(close + 1, "=>") && i == first;
    }
    if (frame.kind == Frame.Kind.BLOCK) {
      return i == first && assigned;
    }
    // a state, a rate or the next value of one
    return frame.kind == Frame.Kind.BODY && !frame.isModel() && i == first + 1;
  }

  private boolean defines(int i, Frame frame, int first, boolean assigned) {
    boolean model = frame.kind == Frame.Kind.ENTRY || frame.isModel();
    if (!model) {
      return false;
    }
    if (i == first) {
      return reading.is(i + 1, "=") || reading.is(i + 1, ":") && frame.holdsStatements();
    }
    return i == first + 1
        && (reading.is(first, "param")
            || reading.isWord(first, "fn")
            || reading.isDeclaration(first));
  }

  /** The outermost statement in which a token stands. */
  private int statement(int i) {
    int at = i;
    while (reading.around[at] != null && reading.around[at].outer != null) {
      at = reading.around[at].open;
    }
    return reading.start[at];
  }

  /** Whether a name is bound by something around a token. */
  boolean isLocal(int i, String word) {
    Set<String> names = locals.get(statement(i));
    return names != null && names.contains(word);
  }

  /** Whether a definition has been begun whose names are not told, as those of what is extended. */
  boolean inherits(int i) {
    for (Frame at = reading.around[i]; at != null && at.outer != null; at = at.outer) {
      if (at.kind == Frame.Kind.BODY) {
        for (int k = reading.start[at.open]; k < at.open; k++) {
          if (reading.is(k, "extends")) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
