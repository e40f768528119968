package org.tidemark.terminal;

import java.util.Optional;
import org.jline.reader.History;

/** Goes through the entries of the history that begin with what stands before the cursor. */
final class PrefixSearch {
  private final History history;
  private String prefix = "";
  private String draft = "";
  private Optional<String> recalled = Optional.empty();

  PrefixSearch(History history) {
    this.history = history;
  }

  /** Forgets where the search for the entry before stood. */
  void begin() {
    recalled = Optional.empty();
  }

  /**
   * The next earlier entry; absent where there is none.
   *
   * @param entry what is being typed
   * @param toCursor as much of it as stands before the cursor
   */
  Optional<String> earlier(String entry, String toCursor) {
    if (!isRecalled(entry)) {
      prefix = toCursor;
      draft = entry;
      history.moveToEnd();
    }
    for (int i = history.index() - 1; i >= history.first(); i--) {
      if (fits(i, entry)) {
        return recall(i);
      }
    }
    return Optional.empty();
  }

  /** The next later entry, and behind the last what was being typed; absent where that shows. */
  Optional<String> later(String entry) {
    if (!isRecalled(entry)) {
      return Optional.empty();
    }
    for (int i = history.index() + 1; i <= history.last(); i++) {
      if (fits(i, entry)) {
        return recall(i);
      }
    }
    recalled = Optional.empty();
    history.moveToEnd();
    return Optional.of(draft);
  }

  private boolean isRecalled(String entry) {
    return recalled.isPresent() && recalled.get().equals(entry);
  }

  private boolean fits(int index, String entry) {
    String candidate = history.get(index);
    return candidate.startsWith(prefix) && !candidate.equals(entry);
  }

  private Optional<String> recall(int index) {
    history.moveTo(index);
    recalled = Optional.of(history.get(index));
    return recalled;
  }
}
