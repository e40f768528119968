package org.tidemark.grammar.diagnostic;

/** How bad a finding is. */
public enum Severity {
  /** The script is wrong. */
  ERROR("error"),
  /** The script runs, but probably does not say what was meant. */
  WARNING("warning"),
  /** Worth knowing. */
  NOTE("note");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** The word with which a message starts. */
  public String word() {
    return word;
  }
}
