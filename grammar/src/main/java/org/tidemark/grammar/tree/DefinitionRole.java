package org.tidemark.grammar.tree;

/** What a definition is for. */
public enum DefinitionRole {
  /** A definition. */
  PLAIN(""),
  /** An input, meant to be set from outside. */
  PARAM("param"),
  /** A helper inside a body or a block. */
  LET("let");

  private final String symbol;

  DefinitionRole(String symbol) {
    this.symbol = symbol;
  }

  /** As it is written in a script. */
  public String symbol() {
    return symbol;
  }
}
