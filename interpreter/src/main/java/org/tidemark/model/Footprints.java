package org.tidemark.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.check.CheckedProgram;
import org.tidemark.check.Member;
import org.tidemark.check.MultiplierTarget;
import org.tidemark.check.Structure;
import org.tidemark.grammar.TideLexing;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.token.Token;
import org.tidemark.grammar.token.TokenKind;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.UnitDeclaration;

/**
 * What each definition of a script says and which others it may rest on, judged by the names in its
 * text. A name counts wherever it stands, as a field or a label too, so that nothing is missed.
 *
 * @param whole what everything rests on: rates of exchange and correlations
 * @param modules the texts of modules by their paths; everything rests on these as well
 * @param marks by name; a unit and a definition of one name are one
 */
record Footprints(Mark whole, Map<String, String> modules, Map<String, Mark> marks) {
  /** The word by which a text speaks of all definitions around it. */
  static final String THIS = "this";

  /**
   * The text of a definition.
   *
   * @param text what it says, with all that is added to it from elsewhere
   * @param names the words in it
   */
  record Mark(String text, Set<String> names) {
    static final Mark NONE = new Mark("", Set.of());

    Mark and(Mark more) {
      Set<String> all = new HashSet<>(names);
      all.addAll(more.names);
      return new Mark(text + "\n" + more.text, all);
    }
  }

  /**
   * Those of a program.
   *
   * @param known marks of an earlier program, so that the same text is not read again
   */
  static Footprints of(CheckedProgram program, List<Overriding> overrides, Footprints known) {
    Map<String, Set<String>> words = new HashMap<>();
    if (known != null) {
      known.marks.values().forEach(mark -> words.put(mark.text(), mark.names()));
    }
    Structure main = program.main();
    Map<String, Mark> marks = new LinkedHashMap<>();
    Mark whole = Mark.NONE;
    for (Member member : main.ownMembers().values()) {
      Mark mark = mark(main.source(), member.statement(), words);
      put(marks, member.name(), mark);
    }
    for (Statement statement : main.units()) {
      Mark mark = mark(main.source(), statement, words);
      if (statement instanceof UnitDeclaration unit) {
        put(marks, unit.name().name(), mark);
      } else {
        whole = whole.and(mark);
      }
    }
    for (Statement statement : main.correlations()) {
      whole = whole.and(mark(main.source(), statement, words));
    }
    Map<String, String> modules = new HashMap<>();
    for (Structure module : program.modules()) {
      modules.put(module.modulePath(), module.source().text());
    }
    for (Member multiplier : main.multipliers()) {
      List<String> target = MultiplierTarget.path(multiplier.declaration().target().orElseThrow());
      if (!target.isEmpty()) {
        put(
            marks,
            target.get(0),
            new Mark("multiplier " + multiplier.name(), Set.of(multiplier.name())));
      }
    }
    for (Overriding override : overrides) {
      put(
          marks,
          override.override().path().get(0).name(),
          new Mark(
              String.join(".", override.override().path().stream().map(n -> n.name()).toList())
                  + " set to "
                  + override.source().text(),
              words(override.source().text())));
    }
    return new Footprints(whole, modules, marks);
  }

  private static void put(Map<String, Mark> marks, String name, Mark mark) {
    marks.merge(name, mark, Mark::and);
  }

  private static Mark mark(SourceText source, Statement statement, Map<String, Set<String>> words) {
    String text = source.text(statement.span());
    return new Mark(text, words.computeIfAbsent(text, Footprints::words));
  }

  /** The words in a text, names among them. */
  static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (Token token : TideLexing.tokens(new SourceText("", text))) {
      if (token.kind() == TokenKind.NAME || token.kind() == TokenKind.WORD) {
        words.add(token.text());
      }
    }
    return words;
  }

  /**
   * The names of which the value may differ from what it was in an earlier program; those that are
   * only there in one of the two included.
   *
   * @param stale whether files that were read say something else by now
   */
  Set<String> changedSince(Footprints before, boolean stale) {
    Set<String> own = new HashSet<>();
    Set<String> all = new HashSet<>(marks.keySet());
    all.addAll(before.marks.keySet());
    for (String name : all) {
      Mark now = marks.get(name);
      Mark was = before.marks.get(name);
      if (now == null || was == null || !now.text().equals(was.text())) {
        own.add(name);
      }
    }
    Set<String> changed = restingOn(own);
    changed.addAll(before.restingOn(own));
    boolean everything =
        stale
            || !whole.text().equals(before.whole.text())
            || whole.names().stream().anyMatch(changed::contains)
            || !hasModulesLike(before);
    return everything ? all : changed;
  }

  /** Whether the modules that both import say the same. */
  boolean hasModulesLike(Footprints other) {
    return modules.entrySet().stream()
        .allMatch(
            module ->
                module
                    .getValue()
                    .equals(other.modules.getOrDefault(module.getKey(), module.getValue())));
  }

  /** Some names and those that may rest on them. */
  Set<String> restingOn(Set<String> names) {
    Map<String, List<String>> users = new HashMap<>();
    List<String> all = new ArrayList<>();
    marks.forEach(
        (name, mark) -> {
          for (String word : mark.names()) {
            if (word.equals(THIS)) {
              all.add(name);
            } else {
              users.computeIfAbsent(word, key -> new ArrayList<>()).add(name);
            }
          }
        });
    Set<String> resting = new HashSet<>(names);
    Deque<String> open = new ArrayDeque<>(names);
    if (!names.isEmpty()) {
      all.stream().filter(resting::add).forEach(open::add);
    }
    while (!open.isEmpty()) {
      for (String user : users.getOrDefault(open.pop(), List.of())) {
        if (resting.add(user)) {
          open.push(user);
        }
      }
    }
    return resting;
  }

  /** Whether what a text says may rest on one of some names. */
  boolean rests(String text, Set<String> on) {
    if (on.isEmpty()) {
      return false;
    }
    Set<String> words = words(text);
    return words.contains(THIS) || words.stream().anyMatch(on::contains);
  }
}
