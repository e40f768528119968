package org.tidemark.vocab.common;

/**
 * Looks for a part of a text in time that grows with the two lengths, not with their product
 * (Knuth, Morris and Pratt, "Fast pattern matching in strings", 1977). What Java offers takes hours
 * to look for half a million letters of one kind in a million of them, and nothing can end it.
 */
public final class TextSearch {
  /** Up to so many characters, the plain search is as good. */
  private static final int SHORT = 32;

  private final String part;
  private final int[] known;

  /**
   * A search.
   *
   * @param part what is looked for, not empty
   */
  public TextSearch(String part) {
    this.part = part;
    this.known = part.length() > SHORT ? known(part) : null;
  }

  /** Whether a part occurs in a text; an empty one does. */
  public static boolean contains(String text, String part) {
    return part.isEmpty() || new TextSearch(part).in(text, 0) >= 0;
  }

  /** For each place of the part, how much of its beginning ends there. */
  private static int[] known(String part) {
    int[] known = new int[part.length()];
    int length = 0;
    for (int i = 1; i < known.length; i++) {
      while (length > 0 && part.charAt(i) != part.charAt(length)) {
        length = known[length - 1];
      }
      length += part.charAt(i) == part.charAt(length) ? 1 : 0;
      known[i] = length;
    }
    return known;
  }

  /** Where the part first occurs at a place or behind it; negative where it does not. */
  public int in(String text, int from) {
    if (known == null) {
      return text.indexOf(part, from);
    }
    int length = 0;
    for (int i = from; i < text.length(); i++) {
      while (length > 0 && text.charAt(i) != part.charAt(length)) {
        length = known[length - 1];
      }
      length += text.charAt(i) == part.charAt(length) ? 1 : 0;
      if (length == known.length) {
        return i + 1 - length;
      }
    }
    return -1;
  }
}
