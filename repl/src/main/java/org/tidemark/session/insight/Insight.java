package org.tidemark.session.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tidemark.api.Lookup;
import org.tidemark.api.Name;
import org.tidemark.grammar.token.TokenKind;
import org.tidemark.session.Completion;
import org.tidemark.session.Highlight;
import org.tidemark.session.Signature;

/** What is known of a conversation, for the entry that is being typed next. */
public final class Insight {
  private final Library library;
  private final CommandNames commands;
  private final Lookup lookup;
  private final UnitChoice units;
  private final Known known;

  /** Insight into what has been defined so far. */
  Insight(Library library, CommandNames commands, Lookup lookup) {
    this.library = library;
    this.commands = commands;
    this.lookup = lookup;
    this.units = new UnitChoice(lookup);
    this.known = new Known(lookup);
  }

  /** The names of the conversation, in the order of their definitions. */
  List<String> names() {
    return lookup.names().stream().map(Name::name).toList();
  }

  /** How an entry may go on at a place, the likeliest first. */
  public List<Completion> complete(String text, int cursor) {
    int at = within(text, cursor);
    if (CommandCompleter.colon(text) >= 0) {
      return new CommandCompleter(library, commands, lookup, units, text, at).complete();
    }
    return new Completer(library, lookup, units, new Cursor(text, at)).complete();
  }

  private static int within(String text, int cursor) {
    return Math.max(0, Math.min(cursor, text.length()));
  }

  /** The innermost call that is being typed at a place. */
  public Optional<Signature> signature(String text, int cursor) {
    Cursor at = new Cursor(text, within(text, cursor));
    return at.inComment() ? Optional.empty() : Signatures.at(lookup, at);
  }

  /** What would fit where a {@code ?} stands in an entry; empty where none does. */
  public Optional<String> fits(String entry) {
    return Holes.answer(lookup, units, entry);
  }

  /** Whether an entry has a {@code ?} where something is yet to be decided. */
  public static boolean hasHole(String entry) {
    return Holes.find(entry).isPresent();
  }

  /** What each stretch of an entry is, in order, nothing twice. */
  public List<Highlight> highlight(String text) {
    int colon = CommandCompleter.colon(text);
    if (colon < 0) {
      return new Colouring(known, text).colour();
    }
    int end = colon;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    List<Highlight> all = new ArrayList<>();
    all.add(new Highlight(colon, end, Highlight.Role.COMMAND));
    for (Highlight one : new Colouring(known, text.substring(end)).colour()) {
      all.add(new Highlight(one.from() + end, one.to() + end, one.role()));
    }
    return all;
  }

  /** The bracket that belongs to the one at a place, or right before it. */
  public static OptionalInt matching(String text, int cursor) {
    Reading reading = new Reading(text);
    for (int offset : new int[] {cursor, cursor - 1}) {
      for (int i = Math.max(0, reading.before(offset)); i < reading.size(); i++) {
        int start = reading.tokens.get(i).span().start();
        boolean bracket = reading.tokens.get(i).kind() != TokenKind.TEXT;
        if (start == offset && bracket && reading.partner[i] >= 0) {
          return OptionalInt.of(reading.tokens.get(reading.partner[i]).span().start());
        }
        if (start >= offset) {
          break;
        }
      }
    }
    return OptionalInt.empty();
  }
}
