package org.tidemark.api.ledger;

import java.util.OptionalDouble;

/**
 * The model's probability of a prediction.
 *
 * @param value the part of the draws in which it holds
 * @param error its Monte-Carlo standard error; absent where it rests on nothing uncertain
 * @param draws how many draws had an answer
 * @param failed how many had none, and are left out
 */
public record Chance(double value, OptionalDouble error, long draws, long failed) {}
