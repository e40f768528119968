package org.tidemark.grammar.tree;

/** An operator before one operand. */
public enum UnaryOperator {
  /** Minus. */
  NEGATE("-"),
  /** Logical negation. */
  NOT("not");

  private final String symbol;

  UnaryOperator(String symbol) {
    this.symbol = symbol;
  }

  /** As it is written in a script. */
  public String symbol() {
    return symbol;
  }
}
