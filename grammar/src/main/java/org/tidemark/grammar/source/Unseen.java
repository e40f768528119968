package org.tidemark.grammar.source;

/** Characters that a terminal obeys instead of showing them. */
public final class Unseen {
  private Unseen() {}

  /**
   * Whether a character is a control character, or one that turns the direction of what follows it,
   * so that a line reads as another one.
   */
  public static boolean is(int c) {
    return Character.isISOControl(c)
        || c >= 0x202a && c <= 0x202e
        || c >= 0x2066 && c <= 0x2069
        || c == 0xfeff;
  }
}
