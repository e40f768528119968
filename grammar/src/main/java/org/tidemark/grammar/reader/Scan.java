package org.tidemark.grammar.reader;

import java.util.List;
import org.tidemark.grammar.tree.Trivia;

/**
 * What the scanner found.
 *
 * @param lexemes ends with the end of the text
 * @param trivia comments and blank lines
 */
record Scan(List<Lexeme> lexemes, List<Trivia> trivia) {}
