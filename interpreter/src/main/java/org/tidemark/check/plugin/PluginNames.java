package org.tidemark.check.plugin;

import java.util.Set;

/** Which names a script can write, so that a plugin may give them. */
final class PluginNames {
  private static final Set<String> RESERVED =
      Set.of(
          "if", "then", "else", "for", "in", "to", "by", "as", "with", "within", "and", "or", "not",
          "true", "false", "this", "when", "fn", "import", "show", "plot", "export", "assert",
          "let");

  /** Words at the start of a statement that are the language's own. */
  private static final Set<String> STATEMENTS =
      Set.of("param", "model", "test", "unit", "exchange", "correlate", "foreign");

  private PluginNames() {}

  /** Why a part cannot go by a name; null where it can. */
  static String objection(Sort sort, String name) {
    if (name == null || name.isEmpty()) {
      return "one of its " + sort.word() + "s has no name";
    }
    if (!sort.isName()) {
      return name.matches("[A-Za-z][A-Za-z0-9_-]{0,49}")
          ? null
          : "its " + sort.word() + " " + shown(name) + " has no plain name";
    }
    if (!isName(name)) {
      return "its " + sort.word() + " " + shown(name) + " has a name that no script can write";
    }
    if (RESERVED.contains(name) || sort == Sort.KIND && STATEMENTS.contains(name)) {
      return "its " + sort.word() + " " + name + " has the name of a word of the language";
    }
    return null;
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!(Character.isLetter(c) || c == '_' || i > 0 && c >= '0' && c <= '9')) {
        return false;
      }
    }
    return name.length() <= 100;
  }

  private static String shown(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "?");
    return "\"" + (plain.length() > 40 ? plain.substring(0, 40).concat("...") : plain) + "\"";
  }
}
