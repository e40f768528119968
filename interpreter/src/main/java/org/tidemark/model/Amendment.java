package org.tidemark.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Overrides by path, as {@code with { }} and {@code --set} give them. */
final class Amendment {
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** What happens to one name: it is replaced, or something in it is. */
  static final class Entry {
    private Cell replacement;
    private boolean bare;
    private Amendment nested;

    /** The value that takes its place; null where only parts are overridden. */
    Cell replacement() {
      return replacement;
    }

    /** Puts another value in the place of the one that takes its place. */
    void replace(Cell other) {
      replacement = other;
    }

    /** Whether the replacement is a bare number, to which an annotation's unit applies. */
    boolean isBare() {
      return bare;
    }

    /** What is overridden inside; null where nothing is. */
    Amendment nested() {
      return nested;
    }
  }

  /** Adds an override. A later one for the same path wins. */
  void add(List<String> path, Cell replacement, boolean bare) {
    Entry entry = entries.computeIfAbsent(path.get(0), name -> new Entry());
    if (path.size() == 1) {
      entry.replacement = replacement;
      entry.bare = bare;
    } else {
      if (entry.nested == null) {
        entry.nested = new Amendment();
      }
      entry.nested.add(path.subList(1, path.size()), replacement, bare);
    }
  }

  /** The same in another evaluation. */
  Amendment moved(Transplant transplant) {
    Amendment copy = new Amendment();
    entries.forEach(
        (name, entry) -> {
          Entry moved = new Entry();
          moved.bare = entry.bare;
          moved.replacement =
              entry.replacement == null ? null : entry.replacement.moved(transplant);
          moved.nested = entry.nested == null ? null : entry.nested.moved(transplant);
          copy.entries.put(name, moved);
        });
    return copy;
  }

  /** What happens at the end of a path that has been added. */
  Entry at(List<String> path) {
    Amendment amendment = this;
    for (int i = 0; i < path.size() - 1; i++) {
      amendment = amendment.entries.get(path.get(i)).nested;
    }
    return amendment.entries.get(path.get(path.size() - 1));
  }

  Entry entry(String name) {
    return entries.get(name);
  }

  Map<String, Entry> entries() {
    return entries;
  }
}
