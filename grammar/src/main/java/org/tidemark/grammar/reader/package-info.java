/**
 * How a text becomes a tree: scanner, layout pass, generated parser, tree builder, explanations of
 * what went wrong. Not for use from outside; {@link org.tidemark.grammar.TideParser} and {@link
 * org.tidemark.grammar.TideLexing} are the ways in.
 */
package org.tidemark.grammar.reader;
