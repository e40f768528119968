package org.tidemark.model;

import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.Value;

/**
 * A result that a script shows.
 *
 * @param name its label, or the expression as written
 * @param value the result
 * @param evidence the inputs that it rests on
 */
public record Shown(String name, Value value, Evidence evidence) {}
