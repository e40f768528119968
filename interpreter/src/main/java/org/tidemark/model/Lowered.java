package org.tidemark.model;

import java.util.List;
import org.tidemark.grammar.source.Location;

/**
 * A definition ready to be evaluated.
 *
 * @param code its right side
 * @param literal whether that is written as a literal, so that it is an input
 * @param embedded the quantities written inside a formula
 * @param ofDefinitions whether no number is written in it
 * @param input where a parameter's value is written that is not one number; null for all else
 */
record Lowered(
    Code code,
    boolean literal,
    List<Cell.EmbeddedLiteral> embedded,
    boolean ofDefinitions,
    Location input) {}
