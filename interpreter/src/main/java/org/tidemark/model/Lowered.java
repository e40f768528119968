package org.tidemark.model;

import java.util.List;

/**
 * A definition ready to be evaluated.
 *
 * @param code its right side
 * @param literal whether that is written as a literal, so that it is an input
 * @param embedded the quantities written inside a formula
 */
record Lowered(Code code, boolean literal, List<Cell.EmbeddedLiteral> embedded) {}
