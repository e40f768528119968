package org.tidemark.grammar.tree;

/** An operator between two operands. */
public enum BinaryOperator {
  /** Sum. */
  ADD("+"),
  /** Difference. */
  SUBTRACT("-"),
  /** Product. */
  MULTIPLY("*"),
  /** Quotient. */
  DIVIDE("/"),
  /** Power. */
  POWER("^"),
  /** Equality. */
  EQUAL("=="),
  /** Inequality. */
  NOT_EQUAL("!="),
  /** Less than. */
  LESS("<"),
  /** At most. */
  LESS_EQUAL("<="),
  /** Greater than. */
  GREATER(">"),
  /** At least. */
  GREATER_EQUAL(">="),
  /** Both; the right side is read only where the left is true. */
  AND("and"),
  /** Either; the right side is read only where the left is false. */
  OR("or"),
  /** A 90 % interval. */
  TO("to"),
  /** A mean and a standard deviation. */
  PLUS_MINUS("+-"),
  /** A fit, data on the left and a form on the right. */
  EXPLAINED_BY("~");

  private final String symbol;

  BinaryOperator(String symbol) {
    this.symbol = symbol;
  }

  /** As it is written in a script. */
  public String symbol() {
    return symbol;
  }
}
