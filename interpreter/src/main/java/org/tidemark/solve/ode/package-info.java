/**
 * Initial value problems of ordinary differential equations: adaptive explicit and stiff methods,
 * dense output, located events and discontinuities, delays by the method of steps.
 *
 * <p>{@link org.tidemark.solve.ode.Integration#run} integrates one stretch, to its end or to the
 * first switch that becomes true. What comes back is immutable; an integration itself holds its
 * state in the call, so that any number may run at once.
 */
package org.tidemark.solve.ode;
