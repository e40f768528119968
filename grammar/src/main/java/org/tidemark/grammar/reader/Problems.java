package org.tidemark.grammar.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;

/** Collects what is wrong with one text. */
final class Problems {
  /** More would only bury the first. */
  private static final int MOST = 50;

  private final List<Diagnostic> found = new ArrayList<>();

  void add(Diagnostic diagnostic) {
    if (found.size() < MOST && !isKnown(diagnostic)) {
      found.add(diagnostic);
    }
  }

  private boolean isKnown(Diagnostic diagnostic) {
    for (Diagnostic other : found) {
      if (other.code().equals(diagnostic.code()) && offset(other) == offset(diagnostic)) {
        return true;
      }
    }
    return false;
  }

  boolean isFull() {
    return found.size() >= MOST;
  }

  /** All of them in the order of the text. */
  List<Diagnostic> inOrder() {
    found.sort(Comparator.comparingInt(Problems::offset));
    return List.copyOf(found);
  }

  private static int offset(Diagnostic diagnostic) {
    return diagnostic.location().isPresent() ? diagnostic.location().get().span().start() : -1;
  }
}
