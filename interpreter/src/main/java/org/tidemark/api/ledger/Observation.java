package org.tidemark.api.ledger;

import org.tidemark.model.ObservedInput;
import org.tidemark.spi.value.Value;

/**
 * Something that has been observed.
 *
 * @param input what is observed
 * @param date when, as a decimal year; a year or a month stands for its first day
 * @param value what was found
 * @param source where it is from
 * @param file the table that it stands in
 * @param line its line there
 */
public record Observation(
    ObservedInput input, double date, Value value, String source, String file, int line) {}
