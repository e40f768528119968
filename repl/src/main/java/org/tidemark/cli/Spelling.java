package org.tidemark.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the word that was meant. */
final class Spelling {
  private Spelling() {}

  /** The known words that differ least, none if all differ too much. */
  static List<String> nearest(String word, Collection<String> known) {
    List<String> nearest = new ArrayList<>();
    int least = word.length() <= 3 ? 2 : 1 + word.length() / 3;
    for (String candidate : known) {
      int distance = distance(word, candidate);
      if (distance < least) {
        nearest.clear();
        least = distance;
      }
      if (distance == least && distance < candidate.length()) {
        nearest.add(candidate);
      }
    }
    return nearest;
  }

  /**
   * The modules that were meant: those that end in the word, and of these those of one kind before
   * the rest; else those that differ least.
   *
   * @param kind how their names begin, {@code std.audit}
   */
  static List<String> modules(String word, Collection<String> modules, String kind) {
    List<String> named =
        modules.stream().filter(module -> module.endsWith(".".concat(word))).toList();
    List<String> first = named.stream().filter(module -> module.startsWith(kind)).toList();
    if (!first.isEmpty()) {
      return first;
    }
    return named.isEmpty() ? nearest(word, withParts(modules)) : named;
  }

  /** Modules and the parts of the library that they stand in, which commands take as well. */
  private static Collection<String> withParts(Collection<String> modules) {
    Set<String> names = new TreeSet<>(modules);
    for (String module : modules) {
      for (int dot = module.lastIndexOf('.'); dot > 0; dot = module.lastIndexOf('.', dot - 1)) {
        names.add(module.substring(0, dot));
      }
    }
    return names;
  }

  /** Insertions, deletions, replacements and swaps of neighbours that turn one into the other. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
