package org.tidemark.grammar.reader;

import org.tidemark.grammar.antlr.TideTokens;

/** What tokens may do at the edges of a line. */
final class Words {
  private Words() {}

  static boolean isReserved(int type) {
    return type >= TideTokens.IF && type <= TideTokens.LET;
  }

  /** Whether a statement may end with it. */
  static boolean canEnd(int type) {
    return switch (type) {
      case TideTokens.NAME,
          TideTokens.NUMBER,
          TideTokens.TEXT_CLOSE,
          TideTokens.CLOSE_PAREN,
          TideTokens.CLOSE_BRACKET,
          TideTokens.CLOSE_BRACE,
          TideTokens.TRUE,
          TideTokens.FALSE,
          TideTokens.THIS,
          TideTokens.PERCENT,
          TideTokens.INVALID ->
          true;
      default -> false;
    };
  }

  /** Whether a statement may begin with it. */
  static boolean canBegin(int type) {
    return switch (type) {
      case TideTokens.NAME,
          TideTokens.LABEL,
          TideTokens.LAMBDA_NAME,
          TideTokens.NUMBER,
          TideTokens.TEXT_OPEN,
          TideTokens.OPEN_PAREN,
          TideTokens.OPEN_BRACKET,
          TideTokens.OPEN_BRACE,
          TideTokens.TRUE,
          TideTokens.FALSE,
          TideTokens.THIS,
          TideTokens.NOT,
          TideTokens.IF,
          TideTokens.FOR,
          TideTokens.FN,
          TideTokens.IMPORT,
          TideTokens.SHOW,
          TideTokens.PLOT,
          TideTokens.EXPORT,
          TideTokens.ASSERT,
          TideTokens.LET,
          TideTokens.WHEN,
          TideTokens.INVALID ->
          true;
      default -> false;
    };
  }

  /** Whether it takes an operand on either side. */
  static boolean isOperator(int type) {
    return switch (type) {
      case TideTokens.PLUS,
          TideTokens.MINUS,
          TideTokens.STAR,
          TideTokens.SLASH,
          TideTokens.CARET,
          TideTokens.PLUS_MINUS,
          TideTokens.TO,
          TideTokens.RANGE,
          TideTokens.BY,
          TideTokens.AS,
          TideTokens.PIPE,
          TideTokens.EQUAL,
          TideTokens.NOT_EQUAL,
          TideTokens.LESS,
          TideTokens.LESS_EQUAL,
          TideTokens.GREATER,
          TideTokens.GREATER_EQUAL,
          TideTokens.APPROXIMATELY,
          TideTokens.TILDE,
          TideTokens.WITHIN,
          TideTokens.AND,
          TideTokens.OR ->
          true;
      default -> false;
    };
  }

  /** Whether an expression may begin with it. */
  static boolean beginsOperand(int type) {
    return switch (type) {
      case TideTokens.NAME,
          TideTokens.LABEL,
          TideTokens.LAMBDA_NAME,
          TideTokens.NUMBER,
          TideTokens.MAGNITUDE,
          TideTokens.TEXT_OPEN,
          TideTokens.OPEN_PAREN,
          TideTokens.OPEN_LAMBDA,
          TideTokens.OPEN_BRACKET,
          TideTokens.OPEN_RECORD,
          TideTokens.OPEN_BLOCK,
          TideTokens.TABLE,
          TideTokens.TRUE,
          TideTokens.FALSE,
          TideTokens.THIS,
          TideTokens.NOT,
          TideTokens.IF ->
          true;
      default -> false;
    };
  }
}
