package org.tidemark.session.insight;

/** How well a name goes with what has been typed of it. */
enum Match {
  /** It begins so. */
  PREFIX,
  /** It begins so, capitals aside. */
  ANY_CASE,
  /** The parts of it, divided by underscores or capitals, begin so one after the other. */
  PARTS,
  /** It begins so with one letter wrong, missing, superfluous or swapped. */
  SLIP,
  /** It does not. */
  NONE;

  private static final int SHORTEST_SLIP = 3;

  static Match of(String typed, String name) {
    if (name.startsWith(typed)) {
      return PREFIX;
    }
    if (name.regionMatches(true, 0, typed, 0, typed.length())) {
      return ANY_CASE;
    }
    if (typed.length() >= 2 && byParts(typed, 0, name, 0)) {
      return PARTS;
    }
    return typed.length() >= SHORTEST_SLIP && slip(typed, name) ? SLIP : NONE;
  }

  private static boolean byParts(String typed, int at, String name, int from) {
    if (at == typed.length()) {
      return true;
    }
    for (int i = from; i < name.length(); i++) {
      if (!beginsPart(name, i) || !same(typed.charAt(at), name.charAt(i))) {
        continue;
      }
      int length = 1;
      while (true) {
        if (byParts(typed, at + length, name, i + length)) {
          return true;
        }
        if (at + length >= typed.length()
            || i + length >= name.length()
            || !same(typed.charAt(at + length), name.charAt(i + length))) {
          break;
        }
        length++;
      }
      if (from == 0) {
        // the first letter has to begin the name
        return false;
      }
    }
    return false;
  }

  private static boolean beginsPart(String name, int i) {
    return i == 0
        || name.charAt(i - 1) == '_'
        || Character.isUpperCase(name.charAt(i)) && !Character.isUpperCase(name.charAt(i - 1));
  }

  private static boolean same(char a, char b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }

  private static boolean slip(String typed, String name) {
    int i = 0;
    while (i < typed.length() && i < name.length() && same(typed.charAt(i), name.charAt(i))) {
      i++;
    }
    if (i == 0 || i >= name.length() || i >= typed.length()) {
      return false;
    }
    return rest(typed, i + 1, name, i + 1)
        || rest(typed, i + 1, name, i)
        || rest(typed, i, name, i + 1)
        || i + 1 < typed.length()
            && i + 1 < name.length()
            && same(typed.charAt(i), name.charAt(i + 1))
            && same(typed.charAt(i + 1), name.charAt(i))
            && rest(typed, i + 2, name, i + 2);
  }

  private static boolean rest(String typed, int at, String name, int from) {
    return name.regionMatches(true, from, typed, at, typed.length() - at);
  }
}
