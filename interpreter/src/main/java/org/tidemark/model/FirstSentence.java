package org.tidemark.model;

import java.util.Optional;
import org.tidemark.grammar.tree.DocComment;

/** The first sentence of a documentation, on one line and without its full stop. */
final class FirstSentence {
  private FirstSentence() {}

  /** The sentence; empty where nothing is documented. */
  static String of(Optional<DocComment> doc) {
    String text = doc.map(DocComment::text).orElse("").strip().replaceAll("\\s+", " ");
    for (int i = 0; i < text.length(); i++) {
      boolean ends = text.charAt(i) == '.' && (i + 1 == text.length() || startsAnother(text, i));
      if (ends) {
        return text.substring(0, i);
      }
    }
    return text;
  }

  /** Whether a capital letter follows, so that the full stop does not end a shortened word. */
  private static boolean startsAnother(String text, int stop) {
    return text.charAt(stop + 1) == ' '
        && stop + 2 < text.length()
        && !Character.isLowerCase(text.charAt(stop + 2));
  }
}
