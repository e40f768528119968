package org.tidemark.grammar.tree;

/** What a piece of trivia is. */
public enum TriviaKind {
  /** To the end of the line. */
  LINE_COMMENT("//"),
  /** Between slashes and stars. */
  BLOCK_COMMENT("/*"),
  /** Documents the next declaration. */
  DOC_COMMENT("///"),
  /** One or more lines with nothing on them. */
  BLANK_LINES("");

  private final String symbol;

  TriviaKind(String symbol) {
    this.symbol = symbol;
  }

  /** As it is written in a script. */
  public String symbol() {
    return symbol;
  }
}
