package org.tidemark.quantity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Finds what a misspelt name may have been meant to be. */
public final class Spelling {
  /** The cost of a wrong, missing, superfluous or swapped letter. */
  private static final int LETTER = 2;

  /** The cost of a letter in the wrong case. */
  private static final int CASE = 1;

  private static final int LETTERS_PER_MISTAKE = 3;
  private static final int LONGEST = 40;

  private static final class Candidate {
    final String word;
    final int cost;
    final int commonStart;

    Candidate(String word, int cost, int commonStart) {
      this.word = word;
      this.cost = cost;
      this.commonStart = commonStart;
    }
  }

  private Spelling() {}

  /**
   * The candidates that are closest to {@code word}, best first. One mistake is forgiven for every
   * three letters, and at least one; swapping neighbours is one mistake, and a letter in the wrong
   * case half of one. Words that differ in case only always count. Among equals those that start
   * alike come first, then shorter ones, then in the order of the candidates.
   *
   * @param max the most to return
   */
  public static List<String> closest(String word, Collection<String> candidates, int max) {
    if (word.isEmpty() || word.length() > LONGEST) {
      return List.of();
    }
    int limit =
        word.length() == 1 ? CASE : LETTER * Math.max(1, word.length() / LETTERS_PER_MISTAKE);
    List<Candidate> close = new ArrayList<>();
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - word.length()) * LETTER <= limit) {
        int cost = candidate.equalsIgnoreCase(word) ? CASE : distance(word, candidate);
        if (cost <= limit && !candidate.equals(word)) {
          close.add(new Candidate(candidate, cost, commonStart(word, candidate)));
        }
      }
    }
    close.sort(
        Comparator.<Candidate>comparingInt(candidate -> candidate.cost)
            .thenComparingInt(candidate -> -candidate.commonStart)
            .thenComparingInt(candidate -> candidate.word.length()));
    List<String> words = new ArrayList<>();
    for (Candidate candidate : close) {
      if (words.size() >= max) {
        break;
      }
      if (!words.contains(candidate.word)) {
        words.add(candidate.word);
      }
    }
    return Collections.unmodifiableList(words);
  }

  /** Damerau and Levenshtein's distance (optimal string alignment) with the costs above. */
  static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j * LETTER;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i * LETTER;
      for (int j = 1; j <= b.length(); j++) {
        char x = a.charAt(i - 1);
        char y = b.charAt(j - 1);
        int best = last[j - 1] + substitution(x, y);
        best = Math.min(best, last[j] + LETTER);
        best = Math.min(best, row[j - 1] + LETTER);
        if (i > 1 && j > 1 && x != y && x == b.charAt(j - 2) && y == a.charAt(i - 2)) {
          best = Math.min(best, beforeLast[j - 2] + LETTER);
        }
        row[j] = best;
      }
      int[] recycled = beforeLast;
      beforeLast = last;
      last = row;
      row = recycled;
    }
    return last[b.length()];
  }

  private static int substitution(char x, char y) {
    if (x == y) {
      return 0;
    }
    return Character.toLowerCase(x) == Character.toLowerCase(y) ? CASE : LETTER;
  }

  private static int commonStart(String a, String b) {
    int n = Math.min(a.length(), b.length());
    int i = 0;
    while (i < n && Character.toLowerCase(a.charAt(i)) == Character.toLowerCase(b.charAt(i))) {
      i++;
    }
    return i;
  }
}
