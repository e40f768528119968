package org.tidemark.api;

import java.util.List;

/**
 * A definition in the library as it is written, unchecked.
 *
 * @param module the dotted name of its module, {@code std.adoption}
 * @param name its name there; with dots inside of models
 * @param sort what it is, {@code "input"}, {@code "model"} or the name of a kind
 * @param index the further names that {@code @index} gives it
 * @param summary the first sentence of its documentation; empty where it has none
 */
public record LibraryEntry(
    String module, String name, String sort, List<String> index, String summary) {
  /** Copies its list. */
  public LibraryEntry {
    index = List.copyOf(index);
  }

  /** Its name from everywhere, {@code std.adoption.reproduction}. */
  public String fullName() {
    return module + "." + name;
  }
}
