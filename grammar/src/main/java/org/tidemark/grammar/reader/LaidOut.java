package org.tidemark.grammar.reader;

/**
 * The tokens that the parser sees.
 *
 * @param tokens ends with the end of the text; each knows its index here
 * @param partner for an opening bracket the index of the closing one, else 0
 */
record LaidOut(Lexeme[] tokens, int[] partner) {
  /** The index of the end of the text. */
  int end() {
    return tokens.length - 1;
  }
}
