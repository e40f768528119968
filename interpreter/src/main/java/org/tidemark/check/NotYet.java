package org.tidemark.check;

import java.util.Map;
import java.util.Optional;

/** What the language has room for and this version cannot do: parsed, then refused by name. */
final class NotYet {
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("process", "processes in time"),
          Map.entry("state", "processes in time"),
          Map.entry("der", "processes in time"),
          Map.entry("next", "processes in time"),
          Map.entry("prediction", "predictions"));

  private static final Map<String, String> FUNCTIONS =
      Map.ofEntries(Map.entry("spot", "processes in time"));

  private NotYet() {}

  static Optional<String> kind(String name) {
    return Optional.ofNullable(KINDS.get(name));
  }

  static Optional<String> function(String name) {
    return Optional.ofNullable(FUNCTIONS.get(name));
  }
}
