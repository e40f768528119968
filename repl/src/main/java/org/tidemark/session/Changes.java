package org.tidemark.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidemark.api.Program;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.Run;
import org.tidemark.spi.value.Value;

/**
 * What becomes of earlier answers after a change: they are asked again, and told where they moved.
 */
final class Changes {
  /** Changed answers that are told one by one. */
  private static final int MOST = 10;

  private final Session session;
  private final AskedBefore asked;

  Changes(Session session, AskedBefore asked) {
    this.session = session;
    this.asked = asked;
  }

  /**
   * The changes, and what is wrong with answers that are gone.
   *
   * @param before the values from before
   * @param replaced the names of definitions that were replaced by others
   */
  List<Part> parts(Run now, Map<String, Value> before, Set<String> replaced) {
    Map<String, AskedBefore.Was> again =
        asked.toAskAgain(now, session.definitions(), before, replaced);
    now.results().forEach(result -> again.remove(result.shown().name()));
    if (again.isEmpty()) {
      return List.of();
    }
    Set<Diagnostic> told = new LinkedHashSet<>();
    List<Part> changes = new ArrayList<>();
    Map<String, AskedBefore.Was> sound = new LinkedHashMap<>(again);
    Composition composition = asking(sound.keySet());
    Program next = session.compile(composition);
    if (!next.isSound()) {
      again.forEach(
          (expression, was) -> {
            Composition one = asking(List.of(expression));
            List<Diagnostic> wrong = one.errors(session.compile(one));
            if (!wrong.isEmpty()) {
              changes.add(new Part.Change(expression, Optional.of(was.value()), Optional.empty()));
              told.addAll(wrong);
              asked.forget(expression);
              sound.remove(expression);
            }
          });
      composition = asking(sound.keySet());
      next = session.compile(composition);
    }
    Composition asking = composition;
    Run rerun = session.start(next);
    Map<String, Value> after = new LinkedHashMap<>();
    rerun.results().forEach(r -> after.put(r.shown().name(), r.shown().value()));
    sound.forEach(
        (expression, was) -> {
          Value value = after.get(expression);
          if (value != null) {
            AskedBefore.change(expression, was, value).ifPresent(changes::add);
            asked.remember(expression, value);
          } else if (!rerun.stopped()) {
            changes.add(new Part.Change(expression, Optional.of(was.value()), Optional.empty()));
          }
        });
    rerun.problems().forEach(problem -> told.add(asking.told(problem)));
    List<Part> parts = new ArrayList<>(listed(changes));
    if (rerun.stopped()) {
      parts.add(new Part.Problem(RunParts.stopped("all that changed was worked out")));
    }
    told.forEach(problem -> parts.add(new Part.Problem(problem)));
    return parts;
  }

  private static List<Part> listed(List<Part> changes) {
    if (changes.size() <= MOST + 1) {
      return changes;
    }
    List<Part> parts = new ArrayList<>(changes.subList(0, MOST));
    parts.add(new Part.Text("and " + (changes.size() - MOST) + " more\n"));
    return parts;
  }

  /** A script that shows some expressions. */
  private Composition asking(Collection<String> expressions) {
    StringBuilder text = new StringBuilder();
    expressions.forEach(expression -> text.append("show ").append(expression).append('\n'));
    return session.composition(text.toString());
  }
}
