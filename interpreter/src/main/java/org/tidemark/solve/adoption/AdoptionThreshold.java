package org.tidemark.solve.adoption;

/**
 * Where R0 is one, and how that moves with the parameters.
 *
 * @param cost c**, at which R0 is one
 * @param factor the threshold over that of the hardware, M^(-1/alpha)
 * @param cumulativeOutput the production threshold
 * @param byFriction derivative of the threshold's logarithm in kappa; that in mu is the same
 * @param byLatency in lambda
 * @param byContagion in gamma
 * @param byElasticity in alpha, the hardware's threshold held fixed
 * @param byParity in c*, the hardware's threshold held fixed
 */
public record AdoptionThreshold(
    double cost,
    double factor,
    double cumulativeOutput,
    double byFriction,
    double byLatency,
    double byContagion,
    double byElasticity,
    double byParity) {}
