package org.tidemark.model;

import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.ClaimValue;

/**
 * What came of a claim.
 *
 * @param name its name in the script
 * @param claim the comparison
 * @param evidence the inputs that it rests on
 */
public record ClaimOutcome(String name, ClaimValue claim, Evidence evidence) {}
