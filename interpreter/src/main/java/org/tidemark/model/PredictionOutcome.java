package org.tidemark.model;

import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.PredictionValue;

/**
 * A prediction of the script.
 *
 * @param name under which it is declared
 * @param prediction what it says, and what the model says of it
 * @param evidence the inputs that this rests on
 */
public record PredictionOutcome(String name, PredictionValue prediction, Evidence evidence) {}
