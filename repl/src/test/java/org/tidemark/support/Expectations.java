package org.tidemark.support;

import java.util.List;

/** What holds of all that the command writes. */
public final class Expectations {
  private static final List<String> NEVER =
      List.of(
          "org.tidemark",
          "java.",
          "Exception",
          "\tat ",
          "mismatched input",
          "no viable alternative",
          "extraneous",
          "token recognition",
          "this is a bug in Tidemark");

  private Expectations() {}

  /** Whether expected output is to be written rather than compared. */
  public static boolean overwrite() {
    return "overwrite".equals(System.getProperty("tide.golden"));
  }

  /** The first words of the inner works that a text shows; empty where it shows none. */
  public static String leak(String text) {
    for (String word : NEVER) {
      if (text.contains(word)) {
        return word;
      }
    }
    return "";
  }
}
