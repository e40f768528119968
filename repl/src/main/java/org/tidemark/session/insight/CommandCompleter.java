package org.tidemark.session.insight;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.api.Lookup;
import org.tidemark.session.Completion;
import org.tidemark.session.insight.Candidates.Group;
import org.tidemark.session.insight.CommandNames.Argument;
import org.tidemark.session.insight.CommandNames.Command;
import org.tidemark.spi.Kind;

/** Completes a line that begins with a colon. */
final class CommandCompleter {
  /** Puts an expression where a value is shown, and a setting where one amends. */
  private static final String SHOWN = "show ";

  private static final String AMENDED = "this with { ";

  private final Library library;
  private final CommandNames commands;
  private final Lookup lookup;
  private final UnitChoice units;
  private final String text;
  private final int cursor;

  CommandCompleter(
      Library library,
      CommandNames commands,
      Lookup lookup,
      UnitChoice units,
      String text,
      int cursor) {
    this.library = library;
    this.commands = commands;
    this.lookup = lookup;
    this.units = units;
    this.text = text;
    this.cursor = cursor;
  }

  /** Where the colon stands; -1 where a text is no command. */
  static int colon(String text) {
    int i = 0;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i < text.length() && text.charAt(i) == ':' ? i : -1;
  }

  List<Completion> complete() {
    int start = colon(text) + 1;
    int end = start;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    if (cursor < start) {
      return List.of();
    }
    if (cursor <= end) {
      return named(start, end, ":");
    }
    String name = text.substring(start, end);
    int rest = end;
    while (rest < cursor && Character.isWhitespace(text.charAt(rest))) {
      rest++;
    }
    for (Command command : commands.commands()) {
      if (command.name().equals(name)) {
        return argument(command.argument(), rest);
      }
    }
    return List.of();
  }

  private List<Completion> named(int from, int to, String before) {
    Candidates found = new Candidates(from, to, text.substring(from, cursor));
    for (Command command : commands.commands()) {
      found.add(command.name(), command.name(), "command", command.doc(), true, Group.OWN, true);
    }
    return found.best();
  }

  private List<Completion> argument(Argument argument, int from) {
    return switch (argument) {
      case NONE -> List.of();
      case COMMAND -> {
        boolean colon = from < text.length() && text.charAt(from) == ':';
        yield named(Math.min(cursor, from + (colon ? 1 : 0)), wordEnd(), "");
      }
      case FILE -> files(from);
      case EXPRESSION -> within(SHOWN, from);
      case DEFINITION, SETTING -> within(AMENDED, from);
      case UNIT -> {
        List<Completion> all = new ArrayList<>(unitsFrom(from));
        all.addAll(within(SHOWN, from));
        yield all;
      }
      case TOPIC -> topics(from);
    };
  }

  private int wordEnd() {
    int end = cursor;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private List<Completion> files(int from) {
    Candidates found = new Candidates(from, text.length(), text.substring(from, cursor));
    for (String file : library.files(text.substring(from, cursor), List.of())) {
      boolean folder = file.endsWith("/");
      found.add(file, file, folder ? "folder" : "file", "", !folder, Group.OWN, true);
    }
    return found.best();
  }

  /** Completes the argument as if it stood behind something in an entry. */
  private List<Completion> within(String head, int from) {
    int shift = head.length() - from;
    Cursor at = new Cursor(head + text.substring(from), cursor + shift);
    List<Completion> moved = new ArrayList<>();
    for (Completion one : new Completer(library, lookup, units, at).complete()) {
      moved.add(
          new Completion(
              Math.max(from, one.from() - shift),
              one.to() - shift,
              one.text(),
              one.sort(),
              one.description(),
              one.whole()));
    }
    return moved;
  }

  private List<Completion> unitsFrom(int from) {
    Candidates found = new Candidates(from, wordEnd(), text.substring(from, cursor));
    units.units().forEach((name, unit) -> found.add(name, "unit", unit.doc(), Group.UNIT, false));
    return found.best();
  }

  private List<Completion> topics(int from) {
    List<Completion> all = new ArrayList<>(within(SHOWN, from));
    all.removeIf(one -> one.sort().equals("keyword"));
    if (text.indexOf('.', from) < 0) {
      Candidates found = new Candidates(from, wordEnd(), text.substring(from, cursor));
      for (Kind kind : lookup.kinds()) {
        String doc = NameCandidates.firstLine(kind.doc());
        found.add(kind.name(), "kind", doc, Group.BUILTIN, false);
      }
      all.addAll(found.best());
      all.addAll(unitsFrom(from));
    }
    return all;
  }
}
