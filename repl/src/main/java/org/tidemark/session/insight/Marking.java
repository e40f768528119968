package org.tidemark.session.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.api.Lookup;
import org.tidemark.api.Spot;

/**
 * Makes texts that can be read of an entry that is being typed, with a mark at the place in
 * question, and asks what is known there.
 */
final class Marking {
  private final Lookup lookup;
  private final Cursor cursor;

  Marking(Lookup lookup, Cursor cursor) {
    this.lookup = lookup;
    this.cursor = cursor;
  }

  /** What is known of what is around the place, where an operator would come next as well. */
  Spot askAround() {
    boolean operator = cursor.behindOperand() && !cursor.behindNumber();
    return ask(operator ? "* " : "", "");
  }

  /** What is known at the place; {@link Spot.Sort#UNREAD} where nothing can be read. */
  Spot ask() {
    return ask("");
  }

  /**
   * The same with something behind the mark that makes it whole.
   *
   * @param rest such as {@code " = 0"}
   */
  Spot ask(String rest) {
    return ask("", rest);
  }

  private Spot ask(String lead, String rest) {
    Spot best = null;
    for (String text : texts(lead, rest)) {
      Spot spot = lookup.at(text);
      if (spot.sort() != Spot.Sort.UNREAD) {
        return spot;
      }
      if (best == null || spot.near().size() > best.near().size()) {
        best = spot;
      }
    }
    return best;
  }

  private List<String> texts(String lead, String rest) {
    List<String> texts = new ArrayList<>();
    String head = cursor.text.substring(0, cursor.from).replace(Lookup.MARK, "_");
    String tail = cursor.text.substring(cursor.to).replace(Lookup.MARK, "_");
    String marked = head + lead + Lookup.MARK + rest;
    if (!tail.isBlank()) {
      texts.add(marked + tail);
    }
    texts.add(marked + closers(rest));
    return texts;
  }

  /** What closes all that is open. */
  private String closers(String rest) {
    StringBuilder text = new StringBuilder();
    for (Frame at = cursor.frame; at != null; at = at.outer) {
      text.append(conditional(at));
      if (at.holdsStatements() && rest.isEmpty()) {
        missing(at).ifPresent(text::append);
      }
      text.append(at.closer());
    }
    return text.toString();
  }

  /** The branches that an open {@code if} still needs. */
  private String conditional(Frame frame) {
    int ifs = 0;
    int thens = 0;
    int elses = 0;
    for (int i = Math.max(0, frame.start); i < cursor.before.size(); i++) {
      if (cursor.before.around[i] == frame && !comprehends(i)) {
        ifs += cursor.before.isWord(i, "if") ? 1 : 0;
        thens += cursor.before.isWord(i, "then") ? 1 : 0;
        elses += cursor.before.isWord(i, "else") ? 1 : 0;
      }
    }
    return " then 0".repeat(Math.max(0, ifs - thens)) + " else 0".repeat(Math.max(0, ifs - elses));
  }

  /** Whether an {@code if} is the condition of a comprehension. */
  private boolean comprehends(int i) {
    return cursor.before.isWord(i, "if")
        && cursor.before.around[i].kind == Frame.Kind.BRACKET
        && cursor.before.canEnd(i - 1);
  }

  /** What a statement lacks to be one. */
  private Optional<String> missing(Frame frame) {
    Reading before = cursor.before;
    int first = Math.max(0, frame.start);
    boolean assigned = false;
    for (int i = first; i < before.size(); i++) {
      assigned |= before.is(i, "=") && before.around[i] == frame;
    }
    if (assigned) {
      return Optional.empty();
    }
    if (before.isWord(first, "when") || before.is(first, "once")) {
      return Optional.of(" { }");
    }
    boolean annotated = frame == cursor.frame && cursor.inAnnotation();
    boolean function = before.isWord(first, "fn") && before.size() > first + 1;
    return annotated || function ? Optional.of(" = 0") : Optional.empty();
  }
}
