/**
 * The symmetric game while its threshold moves: dx/dt = g(t) - Q, with g the speed of the threshold
 * and, where demand grows, a slope that changes in time. The exact treatment solves the Bellman
 * equation in distance and time by characteristics; the quasi-static one follows the strategies of
 * the game whose threshold stands still, as the working paper does.
 */
package org.tidemark.solve.threshold;
