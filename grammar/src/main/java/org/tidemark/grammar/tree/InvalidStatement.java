package org.tidemark.grammar.tree;

import java.util.Optional;
import org.tidemark.grammar.source.Span;

/**
 * A statement that could not be read; what is wrong with it has been reported.
 *
 * @param name the name that it would have defined, as far as that can be told, so that uses of it
 *     are not reported again
 */
public record InvalidStatement(Optional<Identifier> name, Span span) implements Statement {}
