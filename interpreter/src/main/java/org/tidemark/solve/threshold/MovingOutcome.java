package org.tidemark.solve.threshold;

/**
 * What holds at a remaining distance and a time, in the units of the {@link
 * org.tidemark.solve.SymmetricGame}.
 *
 * @param remaining the distance asked about
 * @param time the time asked about
 * @param value present value of one firm
 * @param userCost what one more unit of distance is worth to whoever decides
 * @param aggregateOutput of all firms
 * @param output of one firm
 * @param price at that output
 * @param label the time at which the characteristic through the place reaches the crossing; with a
 *     single will it is the time of the crossing. Infinite where none does, NaN where the treatment
 *     has no characteristics
 */
public record MovingOutcome(
    double remaining,
    double time,
    double value,
    double userCost,
    double aggregateOutput,
    double output,
    double price,
    double label) {}
