package org.tidemark.grammar.tree;

import org.tidemark.grammar.source.Span;

/** The Markdown of the {@code ///} lines before a declaration. */
public record DocComment(String text, Span span) implements Node {
  /** The first sentence, see {@link #firstSentence(String)}. */
  public String firstSentence() {
    return firstSentence(text);
  }

  /** The first sentence without its full stop, to stand within a line of something else. */
  public String headline() {
    String sentence = firstSentence();
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  /**
   * The first sentence of the first paragraph of a documentation, on one line; empty where there is
   * none.
   */
  public static String firstSentence(String doc) {
    StringBuilder paragraph = new StringBuilder();
    for (String line : doc.strip().split("\n", -1)) {
      if (line.isBlank() || line.startsWith("```")) {
        break;
      }
      paragraph.append(paragraph.length() == 0 ? "" : " ").append(line.strip());
    }
    String text = paragraph.toString();
    for (int at = text.indexOf(". "); at >= 0; at = text.indexOf(". ", at + 1)) {
      char next = text.charAt(at + 2);
      // 3. 7 and e.g. this are no ends
      if (Character.isUpperCase(next) || next == '`' || next == '"') {
        return text.substring(0, at + 1);
      }
    }
    return text;
  }
}
