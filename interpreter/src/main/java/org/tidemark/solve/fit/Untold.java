package org.tidemark.solve.fit;

/**
 * A parameter that the data do not tell.
 *
 * @param parameter its name
 * @param reason why, in a sentence without a full stop
 */
public record Untold(String parameter, String reason) {}
