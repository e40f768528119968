package org.tidemark.session.insight;

import java.util.List;
import java.util.Optional;
import org.tidemark.api.Lookup;
import org.tidemark.api.Spot;
import org.tidemark.session.Completion;
import org.tidemark.session.insight.Candidates.Group;
import org.tidemark.spi.FieldSpec;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.Type;

/** Finds out what is being typed at a place, and how it may go on. */
final class Completer {
  private final Library library;
  private final Lookup lookup;
  private final Cursor cursor;
  private final Marking marking;
  private final Candidates found;
  private final NameCandidates names;
  private final UnitCandidates units;
  private final WordCandidates words;

  Completer(Library library, Lookup lookup, UnitChoice choice, Cursor cursor) {
    this.library = library;
    this.lookup = lookup;
    this.cursor = cursor;
    this.marking = new Marking(lookup, cursor);
    this.found = new Candidates(cursor.from, cursor.to, cursor.word);
    this.names = new NameCandidates(lookup, found);
    this.units = new UnitCandidates(choice, found);
    this.words = new WordCandidates(lookup, cursor, found);
  }

  List<Completion> complete() {
    if (cursor.inComment()) {
      return List.of();
    }
    if (cursor.frame.kind == Frame.Kind.TEXT) {
      return new TextCandidates(library, lookup, cursor).complete();
    }
    if (cursor.word.isEmpty() && isNumberBefore()) {
      return List.of();
    }
    if (inImport()) {
      return modules();
    }
    if (cursor.lastIs("@")) {
      annotations();
    } else if (cursor.lastIs(".")) {
      behindDot();
    } else if (cursor.inConversion()) {
      units.types(marking.ask(), cursor.inFactor());
    } else if (cursor.inAnnotation()) {
      units.types(marking.ask(), cursor.inFactor());
      words.types();
    } else if (cursor.behindNumber()) {
      units.behindNumber(marking.ask());
      words.operators();
    } else if (cursor.atStart()) {
      atStart();
    } else if (cursor.behindOperand()) {
      words.operators();
      words.header();
    } else if (!words.namesSomethingNew()) {
      value();
    }
    return found.best();
  }

  /** Behind a number without a space more of the number may come. */
  private boolean isNumberBefore() {
    return cursor.from > 0 && Character.isDigit(cursor.text.charAt(cursor.from - 1));
  }

  private boolean inImport() {
    return cursor.frame.kind == Frame.Kind.ENTRY
        && !cursor.atStart()
        && cursor.before.isWord(Math.max(0, cursor.start()), "import");
  }

  /** Modules by their whole names, so that {@code import std.a} goes on as one word. */
  private List<Completion> modules() {
    if (cursor.before.canEnd(cursor.last) || cursor.lastIsWord("as")) {
      return List.of();
    }
    int from = cursor.last == cursor.start() ? cursor.from : cursor.nameBefore();
    String typed = cursor.text.substring(from, cursor.from) + cursor.word;
    Candidates modules = new Candidates(from, cursor.to, typed);
    for (String module : library.modules()) {
      modules.add(module, "module", "", Group.OWN, true);
    }
    return modules.best();
  }

  private void annotations() {
    for (String word : lookup.annotations()) {
      found.add(word, "annotation", "", Group.KEYWORD, true);
    }
  }

  private void behindDot() {
    boolean amends = cursor.frame.kind == Frame.Kind.WITH && !isAssigned();
    Spot spot = marking.ask(amends ? " = 0" : "");
    names.members(spot, spot.before());
  }

  private boolean isAssigned() {
    for (int i = Math.max(0, cursor.start()); i < cursor.before.size(); i++) {
      if (cursor.before.is(i, "=") && cursor.before.around[i] == cursor.frame) {
        return true;
      }
    }
    return false;
  }

  // ---- at the start of a statement

  private void atStart() {
    Frame frame = cursor.frame;
    switch (frame.kind) {
      case WITH -> {
        Spot spot = marking.ask(" = 0");
        names.members(spot, spot.before());
      }
      case BODY -> {
        if (frame.isModel()) {
          words.statements();
          names.near(marking.ask(" = 0"));
          if (frame.head.equals("test")) {
            names.own();
          }
        } else if (frame.head.equals("when")) {
          names.near(marking.ask(" = 0"));
        } else {
          fields(frame);
        }
      }
      case ENTRY -> {
        value();
        words.statements();
      }
      default -> value();
    }
  }

  private void fields(Frame frame) {
    Optional<org.tidemark.spi.Kind> kind = lookup.kind(frame.head);
    if (kind.isEmpty()) {
      value();
      return;
    }
    List<String> set = words.setIn(frame);
    for (boolean required : new boolean[] {true, false}) {
      for (FieldSpec field : kind.get().fields()) {
        if (field.required() == required && !set.contains(field.name())) {
          String note = required ? "required: " : "";
          found.add(
              field.name(),
              field.name() + " = ",
              "field",
              note + field.doc(),
              false,
              Group.EXPECTED,
              required);
        }
      }
    }
    words.inBody(kind.get());
  }

  // ---- a value

  private void value() {
    Spot spot = marking.ask();
    spot.callee().filter(callee -> atArgument()).ifPresent(words::arguments);
    spot.wanted()
        .ifPresent(
            wanted ->
                wanted
                    .choices()
                    .forEach(
                        choice ->
                            found.add(
                                choice,
                                "\"" + choice + "\"",
                                "text",
                                wanted.doc(),
                                true,
                                Group.EXPECTED,
                                true)));
    if (spot.sort() == Spot.Sort.TYPE) {
      units.types(spot, cursor.inFactor());
      return;
    }
    if (cursor.inFactor()) {
      units.factor(spot, cursor.behindUnit());
    }
    names.values(spot, spot.wanted().flatMap(units::example));
    words.values();
  }

  /** Whether an argument begins here, so that its name may be written. */
  private boolean atArgument() {
    return cursor.frame.kind == Frame.Kind.CALL
        && (cursor.before.opened[cursor.last] == cursor.frame || cursor.lastIs(","));
  }

  /** The type of an element, for lists. */
  static Type element(Type type) {
    return type instanceof ListType list ? list.element() : type;
  }
}
