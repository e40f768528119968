package org.tidemark.solve.derivative;

/**
 * A quantity divided by its unit, and its derivatives.
 *
 * @param value the quantity over its unit
 * @param logChoke derivative of the quantity in the logarithm of the choke price, over the unit;
 *     with a stable form of its own since its terms in sigma and xi cancel
 * @param logSlope likewise in the logarithm of the slope
 * @param logRate likewise in the logarithm of the discount rate
 * @param sigma derivative in sigma
 * @param xi derivative in xi
 * @param firms derivative in N
 * @param iota derivative in iota, at zero
 */
record Dimensionless(
    double value,
    double logChoke,
    double logSlope,
    double logRate,
    double sigma,
    double xi,
    double firms,
    double iota) {}
