package org.tidemark.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;

/** Collects what a check finds: each finding once, and inside a function with the use as well. */
final class Findings {
  /** Enough to work with; a script with more problems than this is better read than listed. */
  private static final int MOST = 500;

  private static final int CROWD = 60;

  private final List<Diagnostic> found = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Deque<Use> uses = new ArrayDeque<>();

  private record Use(Location location, String words) {}

  /** Until the matching {@link #leave}, findings lie inside a function used at this place. */
  void enter(SourceText source, Span span, String words) {
    uses.push(new Use(new Location(source, span), words));
  }

  void leave() {
    uses.pop();
  }

  void add(Diagnostic diagnostic) {
    Diagnostic complete = diagnostic;
    if (!uses.isEmpty()) {
      // the outermost use is the one that its author can change
      Use use = uses.peekLast();
      boolean elsewhere = diagnostic.location().map(l -> !within(use.location(), l)).orElse(true);
      if (elsewhere) {
        complete = complete.withLabel(use.location().source(), use.location().span(), use.words());
      }
    }
    if (found.size() < MOST && seen.add(key(diagnostic))) {
      found.add(complete);
    }
  }

  private static boolean within(Location outer, Location inner) {
    return outer.source() == inner.source()
        && outer.span().start() <= inner.span().start()
        && inner.span().end() <= outer.span().end();
  }

  private static String key(Diagnostic diagnostic) {
    return diagnostic.code()
        + diagnostic.location().map(l -> l.source().name() + l.span()).orElse("")
        + diagnostic.message()
        + diagnostic.note();
  }

  /** Whether so much is wrong that looking for suggestions would only take time. */
  boolean isCrowded() {
    return found.size() >= CROWD;
  }

  /** How much has been found so far. */
  int mark() {
    return found.size();
  }

  /** What has been found since a mark. */
  List<Diagnostic> since(int mark) {
    return List.copyOf(found.subList(mark, found.size()));
  }

  /** Takes back what has been found since a mark. */
  void forget(int mark) {
    for (Diagnostic diagnostic : found.subList(mark, found.size())) {
      seen.remove(key(diagnostic));
    }
    found.subList(mark, found.size()).clear();
    uses.clear();
  }

  /** What was found, in the order of the texts. */
  List<Diagnostic> inOrder() {
    List<Diagnostic> sorted = new ArrayList<>(found);
    List<SourceText> sources = new ArrayList<>();
    for (Diagnostic diagnostic : sorted) {
      diagnostic
          .location()
          .ifPresent(
              l -> {
                if (!sources.contains(l.source())) {
                  sources.add(l.source());
                }
              });
    }
    sorted.sort(
        Comparator.comparingInt(
                (Diagnostic d) -> d.location().map(l -> sources.indexOf(l.source())).orElse(-1))
            .thenComparingInt(d -> d.location().map(l -> l.span().start()).orElse(-1)));
    return sorted;
  }
}
